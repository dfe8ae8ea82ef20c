/** A map that forgets: it holds the last entries that were asked for or set, and never more than twice as many. */
export class Recent<K, V> {
  private readonly most: number;
  private now = new Map<K, V>();
  private before = new Map<K, V>();

  /** `most`: how many entries are held at least. */
  constructor(most: number) {
    this.most = most;
  }

  /** True while nothing was set. */
  get isEmpty(): boolean {
    return this.now.size === 0 && this.before.size === 0;
  }

  /** The value of a key; undefined where there is none. */
  get(key: K): V | undefined {
    const value = this.now.get(key);
    if (value !== undefined) return value;
    const older = this.before.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: K, value: V): void {
    if (this.now.size >= this.most) {
      this.before = this.now;
      this.now = new Map();
    }
    this.now.set(key, value);
  }
}
