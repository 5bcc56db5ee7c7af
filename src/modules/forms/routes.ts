// Routes of forms.
import type { Reply, Route, Visit } from '#web'
import type { FormsDependencies } from './dependencies.ts'
import { beginDraft, continueDraft, showBegun, showSaved } from './pages/begin.ts'
import { showCheck, submit } from './pages/check.ts'
import { sendDraftFile, sendReceiptData, sendReceiptFile, showDone, undoRemoval } from './pages/done.ts'
import { saveFormPage, saveFormPageWithFiles, showFormPage } from './pages/fill-in.ts'
import { checkReceipt, checkReceiptFile, redirectToReceiptCheck, showReceiptCheck } from './pages/receipt-check.ts'
import { appendUpload, beginUpload, cancelUpload, showUploadOffset } from './pages/uploads.ts'

const draft = '/antrag/:draft'
const formPage = `${draft}/:page`
const entry = `${formPage}/:group/:index`

type PageHandler = (dependencies: FormsDependencies, visit: Visit) => Promise<Reply>

export function formsRoutes(dependencies: FormsDependencies): readonly Route[] {
  const get = (path: string, handler: PageHandler): Route => ({
    method: 'GET',
    path,
    permission: 'owner',
    handler: (visit) => handler(dependencies, visit),
  })
  const post = (path: string, handler: PageHandler, body: 'form' | 'multipart' | 'json' = 'form'): Route => ({
    method: 'POST',
    path,
    permission: 'owner',
    body,
    handler: (visit) => handler(dependencies, visit),
  })
  const upload = `${draft}/dateien/:upload`
  return [
    post('/antrag/neu', beginDraft),
    get(draft, continueDraft),
    get(`${draft}/begonnen`, showBegun),
    get(`${draft}/gespeichert`, showSaved),
    get(`${draft}/pruefen`, showCheck),
    post(`${draft}/absenden`, submit),
    get(`${draft}/fertig`, showDone),
    get(`${draft}/quittung.pdf`, sendReceiptFile),
    get(`${draft}/quittung.json`, sendReceiptData),
    get(`${draft}/datei/:file`, sendDraftFile),
    post(`${draft}/rueckgaengig`, undoRemoval),
    post(`${draft}/dateien`, beginUpload, 'json'),
    { method: 'HEAD', path: upload, permission: 'owner', handler: (visit) => showUploadOffset(dependencies, visit) },
    { method: 'PATCH', path: upload, permission: 'owner', body: 'raw', handler: (visit) => appendUpload(dependencies, visit) },
    { method: 'DELETE', path: upload, permission: 'owner', handler: (visit) => cancelUpload(dependencies, visit) },
    get(formPage, showFormPage),
    post(formPage, saveFormPage),
    post(`${formPage}/mit-dateien`, saveFormPageWithFiles, 'multipart'),
    get(entry, showFormPage),
    post(entry, saveFormPage),
    post(`${entry}/mit-dateien`, saveFormPageWithFiles, 'multipart'),
    { method: 'GET', path: '/quittung', permission: 'public', handler: (visit) => redirectToReceiptCheck(dependencies, visit) },
    { method: 'GET', path: '/quittung/pruefen', permission: 'public', handler: (visit) => showReceiptCheck(dependencies, visit) },
    {
      method: 'POST',
      path: '/quittung/pruefen',
      permission: 'public',
      body: 'form',
      handler: (visit) => checkReceipt(dependencies, visit),
    },
    {
      method: 'POST',
      path: '/quittung/pruefen/datei',
      permission: 'public',
      body: 'multipart',
      handler: (visit) => checkReceiptFile(dependencies, visit),
    },
  ]
}
