import { describe, expect, it } from 'vitest';
import type { CheckedFile, SignatureReport } from '../src/bindings/index.ts';
import { compared, grouped, isCertificate, lines, reasons, saying, signOf } from '../src/routes/controle/reading.ts';

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
  covered_bytes: 190_000,
  file_bytes: 200_000,
  certificate: {
    holder: 'J. Bedenker',
    issuer: 'J. Bedenker',
    valid_from: '2025-01-01T00:00:00Z',
    valid_until: '2030-01-01T00:00:00Z',
    may_sign: true,
    may_stamp: false,
    authority: false,
  },
  stamp: null,
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
    claimed: [],
    judgement: {
      student: '9000017',
      attempt: 1,
      outcome: 'aangetoond',
      established_on: '2025-06-12',
      hash: '',
      replaced: false,
      replaced_by: null,
      replaces: null,
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
      report: {
        file: 'a.pdf',
        verdict: 'unsigned',
        signatures: [],
        judgement_matches: null,
        reasons: ['not_ours'],
        claimed: [],
      },
    };
    expect(lines(other).some((line) => line.mark === 'ok')).toBe(false);
    expect(lines(other)[0]?.text).toContain('195 kB');
    expect(signOf('notOurs')).toBe('att');
  });

  it('keeps an unknown signer in doubt', () => {
    const unknown: CheckedFile = { ...good, headline: 'unknownSigner', signers: ['canBeAdded'] };
    expect(lines(unknown).find((line) => line.label === 'Certificaat')?.mark).toBe('att');
  });

  it('says whose signature is trusted and whose is not', () => {
    const student = { ...signature, signer: 'S. Student', trusted: false };
    const of = (signatures: SignatureReport[], reasons = ['untrusted_signer']): CheckedFile => ({
      ...good,
      headline: 'unknownSigner',
      report: { ...good.report, verdict: 'valid_untrusted', signatures, reasons },
    });
    const first = saying(of([{ ...signature, trusted: false }]));
    expect(first.headline).toContain('de ondertekenaar is hier niet bekend');
    expect(first.advice).toContain('examinator');
    const second = saying(of([signature, student]));
    expect(second.headline).toContain('Handtekening 1 wordt hier vertrouwd; wie handtekening 2 zette');
    expect(second.advice).toMatch(/oordeel zelf staat vast.*S\. Student zelf/);
    expect(saying(of([student, signature])).headline).toContain('wie handtekening 1 zette');
    expect(saying(of([student, student])).headline).toContain('ondertekenaars');
    const lapsed = saying(of([student], ['certificate_expired']));
    expect(`${lapsed.headline} ${lapsed.advice}`).toMatch(/niet meer te vertrouwen.*verlopen of ingetrokken/);
    expect(saying(good).headline).toBe('Dit formulier is echt en ongewijzigd.');
  });

  const of = (checked: CheckedFile, label: string) => lines(checked).find((line) => line.label === label);

  it('believes a time only from a service that is trusted', () => {
    const stamp = { time: '2025-06-12T13:45:00Z', authority: 'De Klok', trusted: true, fingerprint: '' };
    const stamped = (change: Partial<typeof stamp> | { time: null }): CheckedFile => ({
      ...good,
      report: { ...good.report, signatures: [{ ...signature, level: 'B-T', stamp: { ...stamp, ...change } }] },
    });
    expect(of(good, 'Tijdstip')?.mark).toBe('');
    expect(of(stamped({}), 'Tijdstip')).toMatchObject({ mark: 'ok', text: expect.stringContaining('De Klok') });
    expect(of(stamped({ trusted: false }), 'Tijdstip')?.mark).toBe('att');
    expect(of(stamped({ time: null }), 'Tijdstip')?.mark).toBe('no');
  });

  it('says of each signature what it covers and what came after', () => {
    const first = { ...signature, covers_whole_document: false, later_changes: 'signature', covered_bytes: 90_000 };
    const twice = { ...good, signers: ['own', 'issued'] as CheckedFile['signers'] };
    const both: CheckedFile = { ...twice, report: { ...good.report, signatures: [first, signature] } };
    expect(of(both, 'Handtekening 1')?.mark).toBe('ok');
    expect(of(both, 'Handtekening 2')?.mark).toBe('ok');
    expect(of(both, 'Wat is ondertekend')).toMatchObject({ mark: 'ok', text: expect.stringContaining('88 kB') });
    expect(marks(both).filter((mark) => mark === 'no' || mark === 'att')).toEqual([]);
    const broken: CheckedFile = {
      ...both,
      report: { ...both.report, signatures: [{ ...first, intact: false }, signature] },
    };
    expect(of(broken, 'Gewijzigd na ondertekening')?.mark).toBe('no');
    expect(of(broken, 'Wat is ondertekend')?.mark).toBe('no');
  });

  it('names the revision that is in force', () => {
    const judgement = good.report.judgement;
    if (!judgement) throw new Error('BUG: there is one');
    const by = { revision: 2, established_on: '2025-06-20', hash: 'cd'.repeat(32) };
    const replaced: CheckedFile = {
      ...good,
      headline: 'replaced',
      report: { ...good.report, judgement: { ...judgement, replaced: true, replaced_by: by } },
    };
    expect(of(replaced, 'Geldigheid')).toMatchObject({ mark: 'att', text: expect.stringContaining('versie 2') });
  });

  it('shows what a PDF of others claims as a claim', () => {
    const claimed = [{ name: 'V. Vreemd', kind: 'adbe.pkcs7.detached', time: 'gisteren' }];
    const other: CheckedFile = { ...good, kind: 'otherPdf', report: { ...good.report, signatures: [], claimed } };
    expect(of(other, 'Beweert zelf')).toMatchObject({ mark: '', text: expect.stringContaining('niets gecontroleerd') });
  });

  it('takes a certificate for a certificate', () => {
    expect([isCertificate('/a/B.PEM'), isCertificate('c.der'), isCertificate('form.pdf')]).toEqual([true, true, false]);
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
