import { Client } from 'pg';

const RECONNECT_MS = 500;

/**
 * Hears a channel's NOTIFYs on a connection of its own. While it is not `listening`, what it knows may be old,
 * and whoever relies on it must ask the ledger.
 */
export class Notifications {
  private client: Client | undefined;
  private closed = false;
  private retry: NodeJS.Timeout | undefined;
  listening = false;

  constructor(
    private readonly connectionString: string,
    private readonly channel: string,
    private readonly onMessage: () => void,
  ) {}

  async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.connectionString,
      application_name: 'chorus-notifications',
      keepAlive: true,
    });
    const lost = (): void => {
      if (this.client === client) this.reconnectLater();
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', this.onMessage);
    this.client = client;
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(this.channel)}`);
    this.listening = true;
    // What was said while nobody listened is found by looking.
    this.onMessage();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    const client = this.client;
    this.client = undefined;
    await client?.end();
  }

  private reconnectLater(): void {
    this.listening = false;
    this.client = undefined;
    if (this.closed) return;
    // A connection that breaks while it begins to listen is told of twice.
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      this.connect().catch(() => this.reconnectLater());
    }, RECONNECT_MS);
  }
}
