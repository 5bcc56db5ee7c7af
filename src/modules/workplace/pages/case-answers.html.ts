// The answers as they were asked, with what a correction changed.
import { alert, badge } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import type { AnsweredGroup, AnsweredRow } from '../domain/changes.ts'
import type { ShownAnswers } from '../domain/shown.ts'
import { caseTexts } from '../texts.ts'

export function answersSection(frame: Frame, answers: ShownAnswers): Html {
  const { comparison } = answers
  return html`<section class="case-answers" aria-labelledby="answers"><h2 id="answers">${
    answers.version === 1 ? caseTexts.answers : caseTexts.answersVersion(answers.version)
  }</h2>${comparison !== undefined && alert({ kind: 'info', title: caseTexts.correctedNotice(answers.version), level: 3 })}${answers.groups
    .filter((group) => group.rows.length > 0 || group.depth === 0)
    .map((group) => groupBlock(frame, answers, group))}${
    comparison !== undefined &&
    comparison.gone.length > 0 &&
    html`<h3>${caseTexts.gone}</h3><dl class="answer-list">${comparison.gone.map(
      (row) => html`<div class="answer"><dt>${row.label}</dt><dd><del>${row.text}</del></dd></div>`,
    )}</dl>`
  }</section>`
}

function groupBlock(frame: Frame, answers: ShownAnswers, group: AnsweredGroup): Html {
  const title = group.depth === 0 ? html`<h3>${group.title}</h3>` : html`<h4 class="answer-group">${group.title}</h4>`
  if (group.rows.length === 0) return title
  return html`${title}<dl class="answer-list">${group.rows.map((row) => answerRow(frame, answers, row))}</dl>`
}

function answerRow(frame: Frame, answers: ShownAnswers, row: AnsweredRow): Html {
  const change = answers.comparison?.changes.get(row.path)
  const mark =
    change !== undefined &&
    html` ${badge('warning', change.kind === 'new' ? caseTexts.added : caseTexts.changed)}${
      change.kind === 'changed' && html`<span class="answer-before">${caseTexts.before(change.before)}</span>`
    }`
  return html`<div class="answer${change !== undefined && ' is-changed'}"><dt>${row.label}</dt><dd>${answerText(frame, answers, row)}${mark}</dd></div>`
}

function answerText(frame: Frame, answers: ShownAnswers, row: AnsweredRow): Html {
  if (row.files.length > 0) {
    const links = row.files.map((id) => {
      const file = answers.files.get(id)
      if (file?.document === undefined) return html`<li>${file?.name ?? id}</li>`
      return html`<li><a class="kern-link" href="${frame.href(`${frame.path}?dokument=${file.document}`)}#preview">${file.name}</a></li>`
    })
    return html`<ul class="answer-files">${links}</ul>`
  }
  if (row.text === '') return html`<span class="muted">${caseTexts.unanswered}</span>`
  return html`<span class="written">${row.text}</span>`
}
