// Clients that harvest while the cluster is being killed. Each sends back the last change that it was shown, and notes when it is shown an older one.
import { sleep } from './servers.mjs';

const PAUSE_MS = 200;
const PATIENCE_MS = 120_000;
/** After this time every node shows what a seed has stored. */
const LATENESS_MS = 5_000;
const TIMEOUT_MS = 45_000;

export class Client {
  constructor(name, base, cluster) {
    [this.name, this.base, this.cluster] = [name, base, cluster];
    [this.shown, this.answers, this.refused, this.faults] = [0, 0, 0, []];
  }

  /** Gets an answer, however often it must ask; its sequence number is never lower than that of an answer before. */
  async get(path, patience = PATIENCE_MS) {
    for (const end = Date.now() + patience; ;) {
      const headers = this.cluster.sendsBack && this.shown > 0 ? { 'Catalog-Sequence': String(this.shown) } : {};
      const answer = await fetch(this.base + path, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) }).then(async found => ({
        status: found.status, headers: found.headers, text: await found.text(),
      })).catch(() => null);
      if (answer && [200, 404, 410].includes(answer.status)) {
        this.answers++;
        this.note(path, Number(answer.headers.get('Catalog-Sequence')));
        return answer;
      }
      this.refused++;
      if (answer && answer.status < 500) this.faults.push(`${path}: status ${answer.status}: ${answer.text.slice(0, 200)}`);
      if (answer?.status === 503 && !answer.headers.has('Retry-After')) this.faults.push(`${path}: 503 without Retry-After`);
      if (answer?.status === 500) this.faults.push(`${path}: status 500: ${answer.text.slice(0, 200)}`);
      if (Date.now() > end) throw new Error(`${this.name}: ${path} had no answer in ${patience / 1000} s.`);
      await sleep(PAUSE_MS);
    }
  }

  note(path, sequence) {
    if (!(sequence >= this.shown)) this.faults.push(`${path}: change ${sequence} after change ${this.shown}`);
    this.shown = Math.max(this.shown, sequence || 0);
  }
}

/** Walks through the catalogue, page by page, again and again. */
export class Walker extends Client {
  walks = 0;
  pages = 0;

  async run() {
    while (!this.cluster.ends) {
      const [begun, times] = [Date.now(), new Map()];
      for (let next = '/catalog.nt?pageSize=50'; next;) {
        const page = await this.get(next);
        this.pages++;
        await sleep(50);
        for (const [, id] of page.text.matchAll(/^<[^>]*\/datasets\/([^>/#]+)> <http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#type> <http:\/\/www\.w3\.org\/ns\/dcat#Dataset>/gm)) {
          times.set(id, (times.get(id) ?? 0) + 1);
        }
        next = page.text.match(/hydra\/core#next> <https?:\/\/[^/]+([^>]+)>/)?.[1];
      }
      this.check(times, begun);
      this.walks++;
    }
  }

  /** Who was there all the time is found once; nobody is found twice. */
  check(times, begun) {
    for (const [id, count] of times) if (count > 1) this.faults.push(`walk ${this.walks}: ${id} came ${count} times`);
    for (const [id, life] of this.cluster.lives) {
      const isThere = life.acknowledged !== undefined && life.acknowledged < begun - LATENESS_MS && life.withdrawn === undefined;
      if (isThere && !times.has(id)) this.faults.push(`walk ${this.walks}: ${id} is lost`);
    }
  }
}

/** Follows the changes: each comes once, and none later than one with a higher number. At the end the list is compared with the log. */
export class Follower extends Client {
  changes = [];

  async run() {
    while (!this.cluster.ends) {
      await this.read();
      await sleep(200);
    }
  }

  async read() {
    for (let isMore = true; isMore;) {
      const since = this.changes.at(-1)?.sequence ?? 0;
      const { changes } = JSON.parse((await this.get(`/changes?since=${since}&limit=1000`)).text);
      for (const change of changes) {
        if (change.sequence <= (this.changes.at(-1)?.sequence ?? 0)) this.faults.push(`change ${change.sequence} came after change ${this.changes.at(-1).sequence}`);
        this.changes.push(change);
      }
      isMore = changes.length > 0;
    }
  }
}

/** Asks for single datasets and searches, most of which are ready. */
export class Reader extends Client {
  async run() {
    const paths = ['/datasets/arbres-rennes', '/datasets?q=eau', '/datasets/finess-etablissements.json', '/datasets?pageSize=5', '/search?q=arbres'];
    for (let turn = 0; !this.cluster.ends; turn++) {
      await this.get(paths[turn % paths.length]);
      await sleep(100);
    }
  }
}
