import { describe, expect, it } from '@jest/globals';
import { ordinaryId } from '../../src/infrastructure/database/embedded/privileges.js';

const ROOT = 'root:x:0:0:root:/root:/bin/bash';

describe('the user that PostgreSQL runs as, inside a namespace', () => {
  it('is one that the machine has a name for, since PostgreSQL asks for it', () => {
    expect(ordinaryId(`${ROOT}\ndaemon:x:1:1::/:/bin/sh\nann:x:1001:1001::/home/ann:/bin/sh\n`)).toBe(1_001);
    expect(ordinaryId(`${ROOT}\nnobody:x:65534:65534::/:/bin/sh\n`)).toBe(65_534);
    expect(ordinaryId(`${ROOT}\ndaemon:x:1:1::/:/bin/sh\n`)).toBe(1);
  });

  it('is never root', () => {
    expect(ordinaryId(`${ROOT}\n`)).not.toBe(0);
    expect(ordinaryId('')).not.toBe(0);
  });
});
