import { describe, expect, it } from '@jest/globals';
import { extract } from '../../../src/domain/extraction/index.js';
import { readAnnotated } from './corpus.js';
import { FORMS_OF_CUES } from './forms-of-cues.js';
import { MORE_FORMS } from './more-forms.js';
import { score } from './scoring.js';

describe('quotations and who said them', () => {
  it.each([...FORMS_OF_CUES, ...MORE_FORMS])('%s', (_form, annotated) => {
    const release = readAnnotated('text', annotated);
    const { faults } = score(release, extract(release.text));
    expect(faults.filter((fault) => !fault.includes('partner'))).toEqual([]);
  });
});
