import assert from 'node:assert/strict';
import { messagesFor } from '../../src/core/messages/index.js';

describe('A title in a message', () => {
  const en = messagesFor('en-GB');
  const ko = messagesFor('ko');

  it('is a noun where it is one in English, and else a quotation', () => {
    assert.equal(en.missingSection('Problem'), 'The problem is missing.');
    assert.equal(en.missingSection('Tenets'), 'The tenets are missing.');
    assert.equal(en.missingSection('Getting started'), '“Getting started” is missing.');
    assert.equal(en.insertSection('External FAQ'), 'Insert the external FAQ');
    assert.equal(en.insertSection('문제'), 'Insert “문제”');
    assert.equal(en.thisIs('Our reasons'), 'This is “Our reasons”');
  });

  it('is quoted once in Korean, whatever its language', () => {
    for (const title of ['문제', 'Problem']) assert.equal(ko.thisIs(title), `이 문단은 ‘${title}’입니다`);
  });
});
