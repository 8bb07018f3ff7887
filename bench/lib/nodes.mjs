export const NODES = {};
