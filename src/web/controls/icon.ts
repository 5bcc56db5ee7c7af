// KERN's icons that we use; each is decoration beside words, hidden from assistive technology.
import { type Html, html } from '../html.ts'

const classes = {
  info: 'kern-icon--info',
  success: 'kern-icon--success',
  warning: 'kern-icon--warning',
  danger: 'kern-icon--danger',
  search: 'kern-icon--search',
  account: 'kern-icon--account-circle',
  back: 'kern-icon--arrow-back',
  forward: 'kern-icon--arrow-forward',
  previous: 'kern-icon--chevron-left',
  next: 'kern-icon--chevron-right',
  check: 'kern-icon--check',
  download: 'kern-icon--download',
  external: 'kern-icon--open-in-new',
  delete: 'kern-icon--delete',
  edit: 'kern-icon--edit',
  mail: 'kern-icon--mail',
  home: 'kern-icon--home',
  logout: 'kern-icon--logout',
  upload: 'kern-icon--drive-folder-upload',
} as const

export type IconName = keyof typeof classes

export function icon(name: IconName): Html {
  return html`<span class="kern-icon ${classes[name]}" aria-hidden="true"></span>`
}
