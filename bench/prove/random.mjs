/** Random choices that all follow from a seed (the generator is sfc32). */
export class Random {
  #a;
  #b;
  #c;
  #counter = 1;

  constructor(seed) {
    this.#a = seed >>> 0;
    this.#b = Math.floor(seed / 2 ** 32) >>> 0;
    this.#c = 0x9e3779b9;
    for (let i = 0; i < 20; i++) this.#next();
  }

  #next() {
    const sum = (this.#a + this.#b + this.#counter++) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** 0 to bound - 1 */
  below(bound) {
    return Math.floor((this.#next() / 2 ** 32) * bound);
  }

  between(least, most) {
    return least + this.below(most - least + 1);
  }

  /** True so often in a hundred times. */
  percent(chance) {
    return this.below(100) < chance;
  }

  of(choices) {
    return choices[this.below(choices.length)];
  }

  /** One of [[weight, choice], …]. */
  weighted(choices) {
    let rest = this.below(choices.reduce((sum, [weight]) => sum + weight, 0));
    return choices.find(([weight]) => (rest -= weight) < 0)[1];
  }

  hex(bytes) {
    return Array.from({ length: bytes }, () => this.below(256).toString(16).padStart(2, '0')).join('');
  }
}
