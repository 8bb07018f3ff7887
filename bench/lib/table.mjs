/** Prints rows as a Markdown table, and hands it back as text. */
export function table(columns, rows) {
  const cells = [columns, ...rows.map((row) => row.map((cell) => `${cell}`))];
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i].length)));
  const line = (row) => `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const text = [line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n');
  console.log(text);
  return text;
}

export const thousands = (number) => Math.round(number).toLocaleString('en-US');
