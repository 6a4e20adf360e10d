import { describe, expect, it } from 'vitest';
import type { CheckedFile, SignatureReport } from '../src/bindings/index.ts';
import { compared, grouped, lines, reasons, signOf } from '../src/routes/controle/reading.ts';

const signature: SignatureReport = {
  signer: 'J. Bedenker',
  time: '2025-06-12T13:44:00Z',
  level: 'B-B',
  intact: true,
  valid: true,
  trusted: true,
  covers_whole_document: true,
  later_changes: 'none',
  fingerprint: 'ab'.repeat(32),
};
const good: CheckedFile = {
  path: '/a.pdf',
  bytes: 200_000,
  kind: 'form',
  headline: 'genuine',
  judgementWasSigned: true,
  signedSomehow: true,
  signers: ['own'],
  report: {
    file: 'a.pdf',
    verdict: 'valid',
    signatures: [signature],
    judgement_matches: true,
    reasons: [],
    judgement: {
      student: '9000017',
      attempt: 1,
      outcome: 'aangetoond',
      established_on: '2025-06-12',
      hash: '',
      replaced: false,
    },
  },
};
const marks = (checked: CheckedFile) => lines(checked).map((line) => line.mark);

describe('a verdict', () => {
  it('has no mark against a good form', () => {
    expect(marks(good).filter((mark) => mark === 'no' || mark === 'att')).toEqual([]);
    expect(signOf('genuine')).toBe('ok');
  });

  it('says of a changed form what was signed, as far as that can be read back', () => {
    const changed: CheckedFile = {
      ...good,
      headline: 'changed',
      report: {
        ...good.report,
        verdict: 'invalid',
        reasons: ['changed_after_signing'],
        signatures: [{ ...signature, covers_whole_document: false, later_changes: 'suspicious' }],
      },
    };
    expect(lines(changed)[0]?.label).toBe('Ondertekend werd');
    expect(lines(changed)[0]?.text).toContain('aangetoond');
    expect(lines({ ...changed, judgementWasSigned: false })[0]?.text).toContain('niet terug te lezen');
    expect(marks(changed)).toContain('no');
    expect(reasons(changed)).toEqual(['changed_after_signing']);
    expect(signOf('changed')).toBe('no');
  });

  it('claims nothing about a PDF of others', () => {
    const other: CheckedFile = {
      ...good,
      kind: 'otherPdf',
      headline: 'notOurs',
      signers: [],
      report: { file: 'a.pdf', verdict: 'unsigned', signatures: [], judgement_matches: null, reasons: ['not_ours'] },
    };
    expect(lines(other).some((line) => line.mark === 'ok')).toBe(false);
    expect(lines(other)[0]?.text).toContain('195 kB');
    expect(signOf('notOurs')).toBe('att');
  });

  it('keeps an unknown signer in doubt', () => {
    const unknown: CheckedFile = { ...good, headline: 'unknownSigner', signers: ['canBeAdded'] };
    expect(lines(unknown).find((line) => line.label === 'Certificaat')?.mark).toBe('att');
  });
});

describe('a fingerprint', () => {
  it('is read in groups and compared however it was written', () => {
    expect(grouped('abcdef0123456789')).toBe('abcd ef01 2345 6789');
    expect(compared('ABCD:EF01 2345-6789', 'abcdef0123456789')).toBe(true);
    expect(compared('abcdef0123456780', 'abcdef0123456789')).toBe(false);
    expect(compared('abcd', 'abcdef0123456789')).toBeNull();
  });
});
