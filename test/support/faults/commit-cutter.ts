import { createServer, connect, type Server, type Socket } from 'node:net';

/** Where the connection breaks: before PostgreSQL hears of the COMMIT, or when it has committed and answers. */
export type Cut = 'before-commit' | 'commit-answered';

interface Order {
  readonly cut: Cut;
  readonly transaction: RegExp;
  readonly done: () => void;
}

/** A way to PostgreSQL that loses a connection exactly at one COMMIT, and carries everything else. */
export class CommitCutter {
  private order: Order | null = null;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly databaseUrl: string,
  ) {}

  static async start(databaseUrl: string): Promise<CommitCutter> {
    const target = new URL(databaseUrl);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The cutter got no port.');
    const detour = new URL(databaseUrl);
    detour.host = `127.0.0.1:${address.port}`;
    const cutter = new CommitCutter(server, detour.href);
    server.on('connection', (client) => cutter.carry(client, target));
    return cutter;
  }

  /** Resolves when the connection of the next transaction that says `transaction` was lost at its COMMIT. */
  cutNext(cut: Cut, transaction: RegExp): Promise<void> {
    return new Promise((resolve) => {
      this.order = { cut, transaction, done: resolve };
    });
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private carry(client: Socket, target: URL): void {
    const postgres = connect(Number(target.port), target.hostname);
    const sides = [client, postgres];
    const part = (): void => {
      for (const side of sides) side.destroy();
    };
    for (const side of sides) {
      side.setNoDelay(true);
      this.sockets.add(side);
      side.on('error', part);
      side.on('close', () => {
        this.sockets.delete(side);
        part();
      });
    }
    let meant: Order | null = null;
    let cutting = false;
    client.on('data', (chunk) => {
      const said = chunk.toString('latin1');
      if (this.order?.transaction.test(said) === true) {
        meant = this.order;
        this.order = null;
      }
      if (meant !== null && isCommit(said)) {
        cutting = true;
        if (meant.cut === 'before-commit') {
          meant.done();
          part();
          return;
        }
      }
      postgres.write(chunk);
    });
    postgres.on('data', (chunk) => {
      if (!cutting) {
        client.write(chunk);
        return;
      }
      meant?.done();
      part();
    });
  }
}

/** A simple query (`Q`) or a parse message of the extended protocol (`P`) whose statement is COMMIT. */
function isCommit(said: string): boolean {
  return /[QP][\s\S]{4,6}commit;?\0/i.test(said);
}
