import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { faultSchema } from '../faults/fault.js';
import { Refusal } from '../network/refusal.js';
import type { Api } from './answer.js';

const switchesSchema = z.strictObject({ faults: z.array(faultSchema) });

/** The fault switches over HTTP: for this machine only, since they break the network for everybody. */
export function faultRoutes(server: FastifyInstance, { faults }: Api): void {
  const state = (): object => ({ faults: faults.list(), held: faults.heldCount });

  server.get('/faults', (request) => {
    requireLoopback(request);
    return state();
  });

  server.put('/faults', (request) => {
    requireLoopback(request);
    const switches = switchesSchema.parse(request.body);
    faults.clear();
    for (const fault of switches.faults) faults.add(fault);
    return state();
  });

  server.post('/faults/release', (request) => {
    requireLoopback(request);
    faults.release();
    return state();
  });
}

function requireLoopback(request: FastifyRequest): void {
  const address = request.socket.remoteAddress ?? '';
  if (!/^(?:127\.|::1$|::ffff:127\.)/.test(address)) {
    throw new Refusal(403, 'loopback-only', 'Fault switches can be set from this machine only.');
  }
}
