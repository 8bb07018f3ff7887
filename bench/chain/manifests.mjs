// What the generated campaigns say: each one's own manifest, the same whenever it is made.
import { sha256 } from 'viem';

const PARAGRAPH =
  'The pump of our village broke in the dry season, and since then children walk **two kilometres** to the river before school. ' +
  'We found a workshop that repairs it, and neighbours who dig; what is missing are the parts. Every gift is shown on this page, ' +
  'and so is every bill, as a [picture](https://example.org/bills) with the date on it.';
const STORY = ['## Why', PARAGRAPH, PARAGRAPH, '## What it costs', '- pipes\n- a valve\n- two days of work', PARAGRAPH, '> Thank you, whoever you are.'];

/** @returns the bytes that a node keeps */
export function manifestOf({ beneficiary, number }) {
  return new TextEncoder().encode(
    JSON.stringify({
      version: 1,
      language: 'en',
      title: `A pump for ${beneficiary.slice(2, 10)}, part ${number}`,
      summary: 'Parts for the pump, so that water is where the people are.',
      story: STORY.join('\n\n'),
      category: 'community',
      place: 'Lembata',
      pictures: [],
      links: [{ label: 'The workshop', url: 'https://example.org/workshop' }],
    }),
  );
}

/** What its announcement names. */
export const digestOf = (campaign) => sha256(manifestOf(campaign));
