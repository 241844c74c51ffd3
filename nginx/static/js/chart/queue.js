// Answers on their way to the server: one entry a question, kept in the browser's storage
// until the server says that it has it. So a lost network, a reload or a server that starts
// anew loses nothing. Where there is no storage they live as long as the page.
//
// An entry: { element, text, base, seq, sent, conflict }
//   text      the answer as the server writes it ("a;b", "2026-03-07", "not_documented", "")
//   base      the version of the answer that the person saw
//   seq       counts the changes: an answer of the server to an older one leaves it in place
//   sent      texts that went out and of which no answer came back: the server may have them
//   conflict  what somebody else saved meanwhile, waiting for a choice; else undefined

const SENT_MOST = 10;

function storageOf(prefix) {
  try {
    const probe = `${prefix}probe`;
    localStorage.setItem(probe, '1');
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return null;
  }
}

export class Queue {
  constructor(account, chart) {
    this.prefix = `myqopi.answer.${account}.${chart}.`;
    this.storage = storageOf(this.prefix);
    this.memory = new Map();
    this.seq = Math.max(0, ...this.all().map((entry) => entry.seq));
  }

  /** Whether what is in it outlives the page. */
  get lasting() {
    return this.storage !== null;
  }

  get(element) {
    if (!this.storage) return this.memory.get(element);
    const text = this.storage.getItem(this.prefix + element);
    try {
      return text === null ? undefined : { ...JSON.parse(text), element };
    } catch {
      return undefined;
    }
  }

  write(entry) {
    this.memory.set(entry.element, entry);
    try {
      this.storage?.setItem(this.prefix + entry.element, JSON.stringify(entry));
    } catch {
      this.storage = null; // full: the page keeps it
    }
  }

  /** A new answer of the person, over the version that the page shows. */
  put(element, text, version) {
    const before = this.get(element);
    const base = before && before.conflict === undefined ? before.base : version;
    this.write({ element, text, base, seq: ++this.seq, sent: before?.sent ?? [] });
  }

  /** Notes that an entry goes out now. */
  sending(entry) {
    entry.sent = [...entry.sent.filter((text) => text !== entry.text), entry.text].slice(-SENT_MOST);
    this.write(entry);
  }

  /** The server has this entry as `version`; a newer answer to the question builds on that. */
  done(entry, version) {
    const now = this.get(entry.element);
    if (!now) return;
    if (now.seq === entry.seq) this.remove(entry.element);
    else this.write({ ...now, base: version, sent: [] });
  }

  /**
   * Somebody else's answer stands there. Was it ours, whose receipt got lost, the entry is sent
   * again over it; else it waits for the person.
   */
  conflict(entry, theirs, version) {
    const now = this.get(entry.element);
    if (!now) return;
    const ours = entry.sent.slice(0, -1).includes(theirs);
    this.write({ ...now, base: version, sent: [], conflict: ours ? undefined : theirs });
  }

  remove(element) {
    this.memory.delete(element);
    this.storage?.removeItem(this.prefix + element);
  }

  /** All entries, the oldest change first. */
  all() {
    const names = this.storage
      ? Object.keys(this.storage).filter((key) => key.startsWith(this.prefix))
        .map((key) => key.slice(this.prefix.length))
      : [...this.memory.keys()];
    return names.map((name) => this.get(name)).filter((entry) => entry?.seq > 0)
      .sort((a, b) => a.seq - b.seq);
  }

  /** Those that can be sent: all but the ones that wait for a choice. */
  ready() {
    return this.all().filter((entry) => entry.conflict === undefined);
  }
}
