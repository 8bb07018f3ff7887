/**
 * The sentences of a part of the page, in the page's language: `<template data-text="key">…%name%…</template>`.
 * The server writes them; no sentence is ever written in TypeScript.
 */
export type Texts = (key: string, values?: Record<string, string>) => string;

export function textsOf(root: ParentNode): Texts {
  return (key, values = {}) => {
    const template = root.querySelector<HTMLTemplateElement>(`template[data-text="${CSS.escape(key)}"]`);
    const text = template?.content.textContent ?? key;
    return text.trim().replace(/%(\w+)%/g, (placeholder, name: string) => values[name] ?? placeholder);
  };
}
