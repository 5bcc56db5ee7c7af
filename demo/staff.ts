// Staff of the demo authorities.
import type { StaffSeed } from '#modules/directory'

/** The password of every demo login; refused outside the demo because production refuses the demo database. */
export const demoPassword = 'rennsteig-demo'

const ilmenau = 'stadt-ilmenau'
const district = 'landratsamt-ilm-kreis'

export const demoStaff: readonly StaffSeed[] = [
  { authority: ilmenau, login: 'k.brandt', name: 'Katrin Brandt', unit: 'Bürgerservice', roles: ['clerk'], password: demoPassword },
  { authority: ilmenau, login: 's.vogel', name: 'Stefan Vogel', unit: 'Bürgerservice', roles: ['clerk', 'lead'], password: demoPassword },
  { authority: ilmenau, login: 'r.weiss', name: 'Renate Weiß', unit: 'Registratur', roles: ['registry'], password: demoPassword },
  // Invoices need three people, payment runs two.
  { authority: ilmenau, login: 'a.fischer', name: 'Andrea Fischer', unit: 'Kämmerei', roles: ['clerk'], password: demoPassword },
  { authority: ilmenau, login: 'k.kuehn', name: 'Karla Kühn', unit: 'Stadtkasse', roles: ['cashier'], password: demoPassword },
  { authority: ilmenau, login: 'j.roth', name: 'Jonas Roth', unit: 'Stadtkasse', roles: ['cashier'], password: demoPassword },
  { authority: district, login: 'm.hoffmann', name: 'Murat Hoffmann', unit: 'Ausländerbehörde', roles: ['clerk'], password: demoPassword },
  {
    authority: district,
    login: 'd.krause',
    name: 'Doris Krause',
    unit: 'Ausländerbehörde',
    roles: ['clerk', 'lead', 'registry'],
    password: demoPassword,
  },
  {
    authority: district,
    login: 't.seidel',
    name: 'Thomas Seidel',
    unit: 'Ausländerbehörde',
    roles: ['clerk', 'lead'],
    password: demoPassword,
  },
]
