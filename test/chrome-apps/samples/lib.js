/** What the pages of all samples have in common. */
const encode = (text) => new TextEncoder().encode(text).buffer
const decode = (data) => new TextDecoder().decode(data)
const query = (selector) => document.querySelector(selector)

/** Shows a line in the window. */
const show = (text) => {
  const line = document.createElement('li')
  line.textContent = text
  query('#log').append(line)
}

/** The lines that the window of a page shows. */
const readLines = ({ document }) =>
  [...document.querySelectorAll('#log li')].map(({ textContent }) => textContent)

const sortLines = (lines) => lines.toSorted((one, other) => (one < other ? -1 : 1))

/** Fills in the form of a window and sends it. */
const submit = ({ document, Event }, form, values = {}) => {
  const element = document.querySelector(form)
  for (const [name, value] of Object.entries(values)) element.elements[name].value = value
  element.dispatchEvent(new Event('submit', { cancelable: true }))
}

/** Does something when a form is sent, which goes nowhere. */
const onSubmit = (form, act) => {
  const element = query(form)
  element.onsubmit = (event) => {
    event.preventDefault()
    const values = [...element.elements].map(({ name, value }) => [name, value])
    act(Object.fromEntries(values))
  }
}

Object.assign(globalThis, { decode, encode, onSubmit, query, readLines, show, sortLines, submit })
