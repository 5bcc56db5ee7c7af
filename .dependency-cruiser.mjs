// Who may import whom. Each rule is seen failing in tools/boundaries.test.ts.
const floors = {
  directory: [],
  catalogue: ['directory'],
  accounts: [],
  mailbox: ['accounts'],
  payments: [],
  dossiers: [],
  invoices: ['directory', 'accounts', 'payments', 'dossiers'],
  forms: ['directory', 'catalogue', 'accounts', 'payments'],
  cases: ['directory', 'catalogue', 'accounts', 'mailbox', 'payments', 'dossiers', 'forms'],
  portal: ['directory', 'catalogue', 'accounts', 'mailbox', 'payments', 'forms', 'cases'],
  workplace: ['directory', 'catalogue', 'accounts', 'mailbox', 'payments', 'dossiers', 'forms', 'cases'],
}
const ground = '^src/(kernel|web|database|jobs|journal|files|documents|standards)/'
const own = '^src/modules/([^/]+)/'
const code = { pathNot: '\\.test\\.ts$|/testing/' }
const forbid = (name, from, to) => ({ name, severity: 'error', from, to })

/** What a floor-0 folder may use besides itself. */
const below = { kernel: [], database: ['kernel'], jobs: ['kernel', 'database'], journal: ['kernel', 'database'], files: ['kernel'], documents: ['kernel', 'standards'], web: ['kernel'] }

export default {
  forbidden: [
    forbid('no-circles', {}, { circular: true }),
    forbid('resolvable', {}, { couldNotResolve: true }),
    forbid('kernel-is-pure', { path: '^src/kernel/', ...code }, { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' }),
    ...Object.entries(below).map(([folder, allowed]) =>
      forbid(`ground-of-${folder}`, { path: `^src/${folder}/`, ...code }, { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` }),
    ),
    forbid('ground-knows-no-module', { path: ground }, { path: '^src/(modules/|main|config|keys)' }),
    forbid('standards-stand-alone', { path: '^src/standards/([^/]+)/', ...code }, { path: '^src/', pathNot: '^src/(kernel|standards/$1)/' }),
    // One file starts a process of its own: what opens foreign PDFs must be able to die alone.
    forbid('standards-are-pure', { path: '^src/standards/', pathNot: `${code.pathNot}|^src/standards/einvoice/pdf/reader\\.ts$` }, { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|zlib|buffer|stream|stream/promises|util)$' }),
    forbid('through-the-face', { path: own }, { path: '^src/modules/', pathNot: '^src/modules/($1/|[^/]+/index\\.ts$)' }),
    forbid('composition-uses-faces', { path: '^src/[^/]+\\.ts$' }, { path: '^src/modules/', pathNot: '/index\\.ts$' }),
    forbid('nobody-imports-the-composition', { path: '^src/', pathNot: '^src/[^/]+\\.ts$|\\.test\\.ts$' }, { path: '^src/[^/]+\\.ts$' }),
    forbid('not-your-own-face', { path: own, ...code }, { path: '^src/modules/$1/index\\.ts$' }),
    ...Object.entries(floors).map(([module, allowed]) =>
      forbid(`arrows-of-${module}`, { path: `^src/modules/${module}/`, ...code }, { path: '^src/modules/', pathNot: `^src/modules/(${[module, ...allowed].join('|')})/` }),
    ),
    forbid('domain-is-pure', { path: `${own}domain/`, ...code }, { path: '^src/', pathNot: '^src/(kernel/|standards/|modules/$1/domain/)' }),
    forbid('domain-has-no-io', { path: `${own}domain/`, ...code }, { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' }),
    forbid('views-are-pure', { path: '\\.html\\.ts$' }, { path: '^src/', pathNot: '^src/kernel/|^src/web/(html|frame|layout|controls)|\\.html\\.ts$|/domain/|/texts(\\.ts$|/)' }),
    forbid('views-have-no-io', { path: '\\.html\\.ts$' }, { dependencyTypes: ['core'] }),
    forbid('pages-write-nothing', { path: '/pages/', ...code }, { path: '/writes(/|\\.ts$)|^src/jobs/' }),
    forbid('actions-know-no-web', { path: '/actions/', ...code }, { path: '^src/web/|/pages/', pathNot: '^src/web/session\\.ts$' }),
    forbid('sql-is-for-its-module', { path: '^src/modules/([^/]+)/(reads|writes)(/|\\.ts$)', ...code }, { path: '^src/', pathNot: '^src/(kernel|database|files)/|^src/modules/$1/(?!pages/|actions/|providers/|routes|jobs|index)' }),
    forbid('providers-behind-the-port', { path: own, pathNot: '/index\\.ts$|/providers/|\\.test\\.ts$|/testing/' }, { path: '^src/modules/$1/providers/(?!provider\\.ts|mail\\.ts|identity-card\\.ts)' }),
    forbid('no-test-in-code', { path: '^src/', ...code }, { path: '\\.test\\.ts$|^test/|/testing/' }),
    forbid('product-knows-no-demo', { path: '^src/', pathNot: '^src/main\\.ts$|\\.test\\.ts$|/testing/' }, { path: '^(demo|tools|bench)/' }),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { conditionNames: ['import', 'node', 'default'], exportsFields: ['exports'], extensions: ['.ts', '.js', '.mjs'] },
  },
}
