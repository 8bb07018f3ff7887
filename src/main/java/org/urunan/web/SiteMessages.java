package org.urunan.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Words of every page: frame, navigation, what several pages share. The texts are in {@code
 * messages/site_*.properties}.
 */
@MessageBundle("site")
public interface SiteMessages {

    @Message
    String name();

    @Message
    String tagline();

    @Message
    String description();

    @Message
    String skip();

    @Message
    String home();

    @Message
    String mainMenu();

    @Message
    String campaigns();

    @Message
    String ledger();

    @Message
    String how();

    @Message
    String startCampaign();

    @Message
    String language();

    @Message
    String english();

    @Message
    String indonesian();

    @Message
    String footerPromise();

    @Message
    String footerLinks();

    @Message
    String status();

    @Message
    String api();

    @Message
    String privacy();

    @Message
    String asOf(String number);

    @Message
    String asOfHash();

    @Message
    String finalUpTo(String number);

    @Message
    String notStarted();

    @Message
    String lagging(String blocks);

    @Message
    String silent(String time);

    @Message
    String valueless(String chainId);

    @Message
    String chain(String chainId);

    @Message
    String all();

    @Message
    String older();

    @Message
    String newer();

    @Message
    String newest();

    @Message
    String pages();

    @Message
    String beneficiary();

    @Message
    String donor();

    @Message
    String campaign();

    @Message
    String token();

    @Message
    String amount();

    @Message
    String way();

    @Message
    String time();

    @Message
    String state();

    @Message
    String transaction();

    @Message
    String block();

    @Message
    String donations();

    @Message
    String donors();

    @Message
    String received();

    @Message
    String ofWhichFinal();

    @Message
    String tokenAddress();

    @Message
    String nativeCoin();

    @Message
    String copyAddress();

    @Message
    String copied();

    @Message
    String copyFailed();

    @Message
    String isFinal();

    @Message
    String confirmations(long n);

    @Message
    String finalHint();

    @Message
    String confirmationsHint();

    @Message
    String wayContract();

    @Message
    String wayAuthorization();

    @Message
    String wayTagged();

    @Message
    String wayDirect();

    @Message
    String wayContractHint();

    @Message
    String wayAuthorizationHint();

    @Message
    String wayTaggedHint();

    @Message
    String wayDirectHint();

    @Message
    String markSelf();

    @Message
    String markAfterClosing();

    @Message
    String noCampaign();

    @Message
    String withoutText(String number);

    @Message
    String open();

    @Message
    String closed();

    @Message
    String moved();

    @Message
    String categoryHealth();

    @Message
    String categoryEducation();

    @Message
    String categoryEmergency();

    @Message
    String categoryFood();

    @Message
    String categoryEnvironment();

    @Message
    String categoryAnimals();

    @Message
    String categoryCommunity();

    @Message
    String categoryWorship();

    @Message
    String categoryArts();

    @Message
    String categoryOther();

    @Message
    String goalOf(String amount);

    @Message
    String percentReached(String percent);

    @Message
    String nothingYet();

    @Message
    String show();

    @Message
    String reset();

    @Message
    String download();
}
