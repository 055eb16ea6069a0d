import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { eventually } from '../eventually.js';
import { compiledSource } from '../compiled-source.js';

export interface ProcessOptions {
  readonly env: Readonly<Record<string, string>>;
  /** A module of this folder that is loaded first, such as `shifted-clock.js?ms=5000`. */
  readonly preload?: string | undefined;
}

const READY_LIMIT_MS = 90_000;

let compiled: Promise<string> | undefined;

/** A Chorus process of its own, as a deployment runs it. */
export class ChorusProcess {
  private output = '';
  private killed = false;
  private readonly ended: Promise<void>;

  private constructor(private readonly child: ChildProcess) {
    const note = (chunk: Buffer): void => {
      this.output += chunk.toString();
    };
    child.stdout?.on('data', note);
    child.stderr?.on('data', note);
    this.ended = new Promise((resolve) => {
      child.once('close', () => resolve());
    });
  }

  static worker(options: ProcessOptions): Promise<ChorusProcess> {
    return ChorusProcess.start(['dist/worker.js'], options);
  }

  static web(options: ProcessOptions): Promise<ChorusProcess> {
    return ChorusProcess.start(['dist/main.js', '--only', 'web'], options);
  }

  private static async start(command: readonly string[], options: ProcessOptions): Promise<ChorusProcess> {
    // Worlds that start at once share one compilation.
    compiled ??= compiledSource();
    const code = await compiled;
    const preload =
      options.preload === undefined
        ? []
        : ['--import', `file://${join(import.meta.dirname, options.preload)}`];
    const child = spawn(process.execPath, [...preload, ...command], {
      cwd: code,
      env: { PATH: process.env['PATH'], ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const started = new ChorusProcess(child);
    try {
      await eventually(`${command.join(' ')} is ready`, () => started.isReady(), READY_LIMIT_MS);
    } catch (error) {
      // One that nobody keeps would go on, and slow all that comes after it.
      await started.kill();
      throw error;
    }
    return started;
  }

  /** All that it wrote, for a test that failed. */
  get log(): string {
    return this.output;
  }

  /** The name under which it claims. */
  get workerName(): string {
    return /The worker (\S+) is ready/.exec(this.output)?.[1] ?? '';
  }

  /** Where the web process answers. */
  get address(): string {
    return /ready at (\S+)/.exec(this.output)?.[1] ?? '';
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Whether it ended although nobody killed it. */
  get hasDied(): boolean {
    return !this.isRunning && !this.killed;
  }

  /** kill -9: it can finish nothing. */
  async kill(): Promise<void> {
    this.killed ||= this.isRunning;
    if (this.isRunning) this.child.kill('SIGKILL');
    await this.ended;
  }

  /** SIGTERM, as a supervisor stops it. Answers its exit code. */
  async stop(): Promise<number | null> {
    this.killed ||= this.isRunning;
    this.child.kill('SIGTERM');
    await this.ended;
    return this.child.exitCode;
  }

  /** Its event loop stands still, as under a long computation or on a machine that sleeps, until `thaw`. */
  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.child.kill('SIGCONT');
  }

  private isReady(): boolean {
    if (!this.isRunning) throw new Error(`The process ended instead of starting:\n${this.output}`);
    return / is ready/.test(this.output);
  }
}
