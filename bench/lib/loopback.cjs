// Loaded before other people's programs: their servers listen on loopback, whatever they ask for.
const { Server } = require('node:net');

const { listen } = Server.prototype;
Server.prototype.listen = function (...args) {
  const [first, second] = args;
  if (first !== null && typeof first === 'object' && !('fd' in first) && !('path' in first) && 'port' in first) {
    return listen.call(this, { ...first, host: '127.0.0.1' }, ...args.slice(1));
  }
  if (typeof first === 'number' || /^\d+$/.test(first)) {
    const rest = typeof second === 'string' ? args.slice(2) : args.slice(1);
    return listen.call(this, first, '127.0.0.1', ...rest.filter((value) => typeof value === 'function'));
  }
  return listen.apply(this, args);
};
