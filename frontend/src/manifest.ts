import { readAmount } from './amount';

/** What a person filled in, as text, by the manifest's own names. */
export interface Typed {
  language: string;
  title: string;
  summary: string;
  story: string;
  category: string;
  place: string;
  goalAmount: string;
  goalToken: string;
  goalDecimals: number;
  goalSymbol: string;
  endDate: string;
  pictures: string[];
  links: { label: string; url: string }[];
}

/** Why a field is refused: the key of a sentence for the field of this name, the same that the server would choose. */
export interface Problem {
  field: string;
  key: string;
  values?: Record<string, string>;
}

export type Written = { manifest: string } | { problems: Problem[] };

type Goal = { isOpen: true } | { amount: string } | { problem: Problem };

const LIMITS = { title: 80, summary: 200, place: 80, story: 20_000, label: 60, url: 500 } as const;
const OPTIONAL = new Set(['place']);

/** The JSON whose exact bytes are uploaded and whose hash is announced; or everything that is wrong, field by field. */
export function write(typed: Typed): Written {
  const links = typed.links.filter(({ label, url }) => label.trim() !== '' || url.trim() !== '');
  const goal = goalOf(typed);
  const problems = [
    ...lineProblems('title', typed.title),
    ...lineProblems('summary', typed.summary),
    ...lineProblems('place', typed.place),
    ...textProblems('story', typed.story, LIMITS.story),
    ...('problem' in goal ? [goal.problem] : []),
    ...links.flatMap(linkProblems),
  ];
  if (problems.length > 0) return { problems };
  const manifest = {
    version: 1,
    language: typed.language,
    title: line(typed.title),
    summary: line(typed.summary),
    story: typed.story.normalize('NFC'),
    category: typed.category,
    place: line(typed.place),
    ...('amount' in goal ? { goal: { token: typed.goalToken, amount: goal.amount } } : {}),
    ...(typed.endDate === '' ? {} : { endDate: typed.endDate }),
    pictures: typed.pictures,
    links: links.map(({ label, url }) => ({ label: line(label), url: url.trim() })),
  };
  return { manifest: JSON.stringify(manifest) };
}

/** One line as people mean it: composed letters, single spaces, none at the ends. */
export const line = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

function lineProblems(field: 'title' | 'summary' | 'place', text: string): Problem[] {
  return textProblems(field, line(text), LIMITS[field]);
}

function textProblems(field: string, text: string, most: number, isOptional = OPTIONAL.has(field)): Problem[] {
  if (text.trim() === '') return isOptional ? [] : [{ field, key: 'empty' }];
  return [...text].length > most ? [{ field, key: 'tooLong', values: { most: `${most}` } }] : [];
}

function linkProblems({ label, url }: { label: string; url: string }, index: number): Problem[] {
  const place = `links[${index}]`;
  return [...textProblems(`${place}.label`, line(label), LIMITS.label), ...urlProblems(`${place}.url`, url.trim())];
}

function urlProblems(field: string, url: string): Problem[] {
  if (url.length > LIMITS.url) return [{ field, key: 'tooLong', values: { most: `${LIMITS.url}` } }];
  return isSafe(url) ? [] : [{ field, key: url === '' ? 'empty' : 'notHttps' }];
}

function isSafe(url: string): boolean {
  if (!/^https:\/\/[!-~]+$/i.test(url)) return false;
  try {
    const { hostname, username, password } = new URL(url);
    return hostname !== '' && username === '' && password === '';
  } catch {
    return false;
  }
}

function goalOf({ goalAmount, goalDecimals, goalSymbol }: Typed): Goal {
  if (goalAmount.trim() === '') return { isOpen: true };
  const read = readAmount(goalAmount, goalDecimals);
  if ('amount' in read) return { amount: read.amount.toString() };
  const values = { decimals: `${goalDecimals}`, symbol: goalSymbol };
  return { problem: { field: 'goal.amount', key: read.refused, values } };
}
