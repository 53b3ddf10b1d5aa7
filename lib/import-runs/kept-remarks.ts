import "server-only";
import { db } from "@/lib/db";
import type { Remark } from "@/lib/imports/rules";

/** How many remarks of a run are kept, and how many are written at once. */
const MOST_REMARKS = 5000;
const BATCH = 500;

/** What is said of a file's lines, written in batches; of very many the first are kept. */
export class KeptRemarks {
  private waiting: (Remark & { runId: string; position: number })[] = [];
  private said = 0;

  constructor(private readonly runId: string) {}

  /** Those of an earlier check or try are replaced. */
  async begin() {
    await db.importRemark.deleteMany({ where: { runId: this.runId } });
  }

  async add(remark: Remark) {
    this.said += 1;
    if (this.said > MOST_REMARKS) return;
    this.waiting.push({ ...remark, runId: this.runId, position: this.said });
    if (this.waiting.length === BATCH) await this.write();
  }

  async write() {
    const data = this.waiting;
    this.waiting = [];
    if (data.length > 0) await db.importRemark.createMany({ data });
  }
}
