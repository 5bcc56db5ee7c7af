// The controls: all that a view needs to build a page, accessible by construction.
export { type Checkbox, type CheckboxGroup, type Choice, checkbox, checkboxGroup, type RadioGroup, radioGroup } from './choices.ts'
export { type DateField, type DateValue, dateField } from './date-field.ts'
export {
  type Card,
  card,
  cardGrid,
  type DataTable,
  dataTable,
  details,
  type SearchResult,
  type SummaryRow,
  searchResults,
  summaryList,
  type TableColumn,
  type TimelineRow,
  timeline,
  visuallyHidden,
} from './display.ts'
export { type Alert, alert, type BadgeKind, badge, savedAt, statusRegion, type Tone } from './feedback.ts'
export { type Field, fieldId } from './field.ts'
export { type FieldsetOptions, fieldset } from './fieldset.ts'
export { type FileField, type FileRow, fileField, fileList } from './file-field.ts'
export {
  type ButtonKind,
  type ButtonOptions,
  button,
  buttonRow,
  csrfField,
  errorSummary,
  errorSummaryOf,
  type FieldError,
  type LinkButtonOptions,
  linkButton,
} from './form.ts'
export { type IconName, icon } from './icon.ts'
export { breadcrumb, type Link, languageSwitch, type Pagination, pagination, type Step, stepper, type Tab, tabs } from './navigation.ts'
export { type SelectField, selectField, type TextArea, type TextField, textArea, textField } from './text-field.ts'
