// The rules of html-validate: those it recommends, and why some differ.
export default {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Several answers to one question are one parameter, given several times.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
    // A title has the name of an entry, as long as its publisher made it. The rule is about the width of a result of a search engine.
    'long-title': 'off',
    // A part of a page that has nothing to say leaves its indentation. The rule is about files that people write.
    'no-trailing-whitespace': 'off',
    // Razor writes `<meta>` where nothing in an element changes and `<meta />` elsewhere. The standard allows both.
    'void-style': 'off',
  },
};
