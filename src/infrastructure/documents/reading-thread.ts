import { parentPort, workerData } from 'node:worker_threads';
import type { GivenDocument } from './document.js';
import { readHere } from './read-here.js';

parentPort?.postMessage(await readHere(workerData as GivenDocument), []);
