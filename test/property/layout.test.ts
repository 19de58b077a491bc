import assert from 'node:assert/strict';
import { breakLines } from '../../src/core/layout/lines.js';
import { readInline } from '../../src/core/layout/runs.js';
import { StyledText } from '../../src/core/layout/styled.js';
import { cpuTime } from '../bed/cpuTime.js';

describe('Layout: lines', () => {
  it('take time in proportion to the text, whatever is in it', () => {
    for (const piece of ['*a ', 'a* ', '[', '](', '`', '<!--', '&', '**a* ', '[]( ', 'x']) {
      const text = new StyledText();
      const source = piece.repeat(100_000);
      const start = cpuTime();
      readInline(source, text, 0, 0);
      breakLines(text, 42 * 2048, false);
      assert.ok(cpuTime() - start < 2000, piece);
    }
  });
});
