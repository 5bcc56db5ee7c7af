// Tests of the xdomea codec: round trip, file names, and the official schema as judge where it is at hand.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import fc from 'fast-check'
import { anyDisposal } from '#test/harness/disposal-messages.ts'
import { attempt, leftOutWithout, standardsFolder } from '#test/harness/foreign.ts'
import { type DisposalMessage, formatOf, messageName, primaryFileName, readDisposal, writeDisposal, XmlError } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'rennsteig-xdomea-'))
after(() => rmSync(folder, { recursive: true }))

const fileId = '0198f3a2-1111-7abc-8def-0123456789ab'
const small: DisposalMessage = {
  processId: '0198f3a2-aaaa-7abc-8def-0123456789ab',
  createdAt: new Date('2026-11-23T10:00:00Z'),
  sender: { institution: { name: 'Stadt Ilmenau' } },
  recipient: { institution: { name: 'Landesarchiv' } },
  wantsArchiveReference: true,
  wantsReceipt: true,
  dossiers: [
    {
      id: fileId,
      general: { subject: 'Hundesteuer', medium: 'electronic' },
      retention: { years: 10, appraisal: 'B' },
      history: [],
      documents: [],
      cases: [],
    },
  ],
}

describe('a disposal message', () => {
  it('comes back equal in every field', () => {
    fc.assert(
      fc.property(anyDisposal, fc.constantFrom('3.1.0' as const, '3.0.0' as const), (message, version) => {
        assert.deepEqual(readDisposal(writeDisposal(message, version)), message)
      }),
      { numRuns: 150 },
    )
  })

  it('leaves out what XML cannot hold and nothing else', () => {
    const message = { ...small, note: 'a\u0000b\u001fc\ud800d\uffff<&>\r\n' }
    assert.equal(readDisposal(writeDisposal(message)).note, 'abcd<&>\r\n')
  })

  it('is refused when it is no 0503, cut off, or hides entities', () => {
    const xml = writeDisposal(small)
    const deep = `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`
    const bomb = '<!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>'
    for (const broken of ['', 'text', xml.slice(0, -10), xml.replaceAll('0503', '0501'), xml.replaceAll('3.1.0', '2.4.0'), deep, bomb]) {
      assert.throws(() => readDisposal(broken), XmlError)
    }
  })
})

describe('the official schema', () => {
  const standards = standardsFolder()
  const skip = standards === undefined ? 'left out: no STANDARDS_DIR' : leftOutWithout('xmllint')
  const judge = (xml: string, version: string): { readonly status: number | null; readonly output: string } => {
    const path = join(folder, 'message.xml')
    writeFileSync(path, xml)
    const schema = join(standards ?? '', `xdomea/schema/${version}/xdomea-Nachrichten-AussonderungDurchfuehren.xsd`)
    return attempt('xmllint', '--noout', '--nonet', '--schema', schema, path)
  }

  it('accepts random messages of both versions', { skip }, () => {
    fc.assert(
      fc.property(anyDisposal, fc.constantFrom('3.1.0' as const, '3.0.0' as const), (message, version) => {
        const verdict = judge(writeDisposal(message, version), version)
        assert.equal(verdict.status, 0, verdict.output)
      }),
      { numRuns: 25 },
    )
  })

  it('refuses a message with one element out of order', { skip }, () => {
    const xml = writeDisposal(small)
    assert.equal(judge(xml, '3.1.0').status, 0)
    const moved = xml.replace(
      /(<xdomea:AllgemeineMetadaten>.*?<\/xdomea:AllgemeineMetadaten>)(<xdomea:ArchivspezifischeMetadaten>.*?<\/xdomea:ArchivspezifischeMetadaten>)/s,
      '$2$1',
    )
    assert.notEqual(moved, xml)
    assert.notEqual(judge(moved, '3.1.0').status, 0)
  })
})

describe('file names of a disposal', () => {
  it('are those the archive looks for', () => {
    assert.equal(messageName(small.processId), `${small.processId}_Aussonderung.Aussonderung.0503`)
    assert.equal(primaryFileName(fileId, 'Antrag Größe.PDF', 'application/pdf'), `${fileId}_Antrag Größe.pdf`)
    assert.equal(primaryFileName(fileId, '../../etc/passwd', 'text/plain'), `${fileId}__.._etc_passwd.txt`)
    assert.equal(primaryFileName(fileId, '', 'application/octet-stream'), fileId)
    assert.equal(primaryFileName(fileId, 'C:\\temp\\x.exe', 'application/octet-stream'), `${fileId}_C__temp_x.exe`)
  })

  it('are flat, short and start with a UUID whatever the upload was called', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom('application/pdf', 'x/y'),
        (id, name, mediaType) => {
          const fileName = primaryFileName(id, name, mediaType)
          assert.match(fileName, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(_[^/\\:*?"<>|\p{Cc}]*)?(\.[a-z0-9]{1,8})?$/su)
          assert.equal(Buffer.byteLength(fileName) <= 255, true)
          assert.equal(Buffer.from(fileName, 'utf8').toString('utf8'), fileName)
        },
      ),
    )
  })

  it('carry the format code of the list, PDF/A where it is known', () => {
    assert.deepEqual(formatOf('application/pdf', '2a'), { code: '044', version: '2a' })
    assert.deepEqual(formatOf('text/plain; charset=utf-8'), { code: '045', version: 'unbekannt' })
    assert.deepEqual(formatOf('application/x-foo'), { code: '100', otherName: 'application/x-foo', version: 'unbekannt' })
  })
})
