/** Preloaded into a worker: SIGUSR2 stops its event loop for `?ms=`, as a long computation would. */
const blockMs = Number(new URL(import.meta.url).searchParams.get('ms'));

process.on('SIGUSR2', () => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, blockMs);
});
