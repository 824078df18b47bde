#pragma once

#include "extract/language/forms.hpp"

namespace entente {

// All that a form may be, whatever the sentence. What is found out is remembered in the form: each form is read once for each
// kind of place.

/// As a word by itself: function word, word of the dictionary, unknown word or name.
const Readings& read_form(Form& form, FormPlace place, const Language& language);
/// As the fixed phrase of several words that begins with it, the first of `form.fixed` that fits.
const Readings& read_phrase(Form& form, std::size_t first);
/// As the first word of an actor's name: with the gender and number of the noun that it may be.
const Readings& read_name(Form& form, const Language& language);
/// As an adjective with a prefix and a demonym inside an actor's name: "milices pro-iraniennes".
Form::Prefixed read_prefix(Form& form, const Language& language);

}  // namespace entente
