// Small wrongs for a source file: each line of code deleted, negated, swapped with the next, or with a part replaced.

/** Replacements of parts: what to find in a line, and what stands there instead. */
const REPLACEMENTS = [
  [/ == /g, ' != '],
  [/ != /g, ' == '],
  [/ != /g, ' < '],
  [/ != /g, ' > '],
  [/ \|\| /g, ' && '],
  [/ \| /g, ' & '],
  [/ < /g, ' <= '],
  [/ = 0;/g, ' = 1;'],
  [/ == 0\)/g, ' == 1)'],
  [/ \+= /g, ' -= '],
  [/ \+= /g, ' = '],
  [/\+\+i/g, 'i += 2'],
  [/!(?=received)/g, ''],
  [/msg\.sender/g, 'tx.origin'],
  [/msg\.sender/g, 'address(this)'],
  [/address\(this\)/g, 'msg.sender'],
  [/msg\.value/g, '1'],
  [/msg\.value/g, 'address(this).balance'],
  [/\bamount(?=[,)])/g, 'amount + 1'],
  [/\bamount(?=[,)])/g, 'amount / 2'],
  [/\bdeadline(?=[,)])/g, 'deadline + 1'],
  [/\bNATIVE(?=[,)])/g, 'address(0)'],
  [/\btoken(?=[,)])/g, 'address(this)'],
  [/\bnumber(?=[,)])/g, 'number + 1'],
  [/\bnumber(?=[,)])/g, 'uint64(number)'],
  [/\bcontentHash(?=[,)])/g, 'bytes32(0)'],
  [/address\(0\)/g, 'address(1)'],
  [/gas\(\)/g, '2300'],
  [/0xEeeee\w+/g, '0x0000000000000000000000000000000000000001'],
  [/revert ZeroAmount\(\)/g, 'revert BadBeneficiary(address(0))'],
  [/revert ValueMismatch\(/g, 'revert NativeTransferFailed(address(0)); if (false) revert ValueMismatch('],
  [/revert BadBeneficiary\(beneficiary\)/g, 'revert ZeroAmount()'],
  [/revert NativeTransferFailed\(beneficiary\)/g, 'revert ZeroAmount()'],
  [/\btry (.*) \{\} catch \{\}/g, '$1;'],
];

const VISIBILITIES = [
  [/ external payable/g, ' external'],
  [/ external( \{| returns)/g, ' external payable$1'],
];

/** All mutants of the source: { line, what, source }, each with one wrong. */
export function mutantsOf(source) {
  const lines = source.split('\n');
  const first = lines.findIndex((line) => line.startsWith('contract '));
  return lines.flatMap((line, at) => {
    if (at <= first || !isCode(line)) return [];
    const mutant = (what, ...changed) => ({ line: at + 1, what, source: withLines(lines, at, changed) });
    if (isSignature(line)) return replacements(line, VISIBILITIES, mutant);
    return [
      ...deletions(line, mutant),
      ...swaps(line, lines[at + 1], mutant),
      ...replacements(line, REPLACEMENTS, mutant),
      ...swappedArguments(line, mutant),
    ].filter((one) => one.source !== source);
  });
}

function isCode(line) {
  const code = line.trim();
  return code !== '' && code !== '}' && !code.startsWith('//') && !code.startsWith('/*');
}

/** A function's head, or a line of its parameters. */
function isSignature(line) {
  return /^ {4}(function|\) external)|^ {8}\w+ \w+,?$/.test(line);
}

function withLines(lines, at, changed) {
  return [...lines.slice(0, at), ...changed, ...lines.slice(at + changed.length)].join('\n');
}

const isStatement = (line) => /^ {8,}\S.*(;|\{\} catch \{\}|\b[a-z]\w* := .*)$/.test(line);

function deletions(line, mutant) {
  return isStatement(line) ? [mutant(`delete ${line.trim()}`, '')] : [];
}

/** Where a bare declaration stands makes no difference. */
const isDeclaration = (line) => /^\s+\w+ \w+;$/.test(line);

function swaps(line, next, mutant) {
  if (!isStatement(line) || !isStatement(next) || isDeclaration(line) || isDeclaration(next)) return [];
  return [mutant(`swap ${line.trim()} and ${next.trim()}`, next, line)];
}

function replacements(line, parts, mutant) {
  return parts.flatMap(([part, other]) =>
    [...line.matchAll(part)].map(({ 0: found, index }) => {
      const rest = line.slice(index);
      const changed = rest.replace(new RegExp(part.source), other);
      const instead = changed.slice(0, changed.length - rest.length + found.length);
      return mutant(`${found.trim()} → ${instead.trim()}`, line.slice(0, index) + changed);
    }),
  );
}

/** Two neighbouring arguments of the innermost calls change places. */
function swappedArguments(line, mutant) {
  return [...line.matchAll(/\(([^()]+(?:\(\w*\)[^()]*)*)\)/g)].flatMap(({ 0: call, 1: inner, index }) => {
    const parts = inner.split(', ');
    const [before, after] = [line.slice(0, index), line.slice(index + call.length)];
    return parts.slice(1).map((_, i) => {
      const swapped = parts.toSpliced(i, 2, parts[i + 1], parts[i]).join(', ');
      return mutant(`(${inner}) → (${swapped})`, `${before}(${swapped})${after}`);
    });
  });
}
