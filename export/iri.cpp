#include "iri.hpp"

#include <algorithm>

#include "byte_set.hpp"
#include "content_hash.hpp"
#include "read/iri_resolution.hpp"
#include "utf8.hpp"

namespace entente {
namespace {

using namespace std::string_view_literals;

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
constexpr bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

/// Spaces, separators of lines, and what turns the direction of text: RFC 3987, 4.1, forbids the last, and all of them deceive
/// readers.
constexpr bool is_unseen(char32_t c) {
  return c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200f) || (c >= 0x2028 && c <= 0x202f) ||
         (c >= 0x205f && c <= 0x206f) || c == 0x3000 || c == 0xfeff;
}

/// ucschar (RFC 3987, 2.2) that one can see.
constexpr bool is_ucs_character(char32_t c) {
  if (is_unseen(c)) return false;
  if (c < 0xa0 || (c >= 0xd800 && c <= 0xf8ff) || is_noncharacter(c)) return false;
  return c < 0xe0000 || (c >= 0xe1000 && c < 0xf0000);
}

/// ipchar without escapes: iunreserved, sub-delims, ":" and "@".
constexpr bool is_path_character(char c) { return is_letter(c) || is_digit(c) || is_one_of(c, "-._~!$&'()*+,;=:@"); }

void append_encoded(std::string_view bytes, std::string& out) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out.push_back('%');
    out.push_back(digits[byte >> 4]);
    out.push_back(digits[byte & 0xf]);
  }
}

bool is_escape(std::string_view text, std::size_t position) {
  return position + 2 < text.size() && text[position] == '%' && is_hex(text[position + 1]) && is_hex(text[position + 2]);
}

/// Appends `text` with every character percent-encoded that is no path character, none of `also`, and no escape of which
/// `keep_escapes` approves.
void append_characters(std::string_view text, std::string_view also, bool keep_escapes, std::string& out) {
  for (std::size_t position = 0; position < text.size();) {
    const auto start = position;
    const char first = text[position];
    const auto c = next_code_point(text, position);
    const bool allowed = c < 0x80 ? is_path_character(first) || is_one_of(first, also) || (keep_escapes && is_escape(text, start))
                                  : c != ill_formed && is_ucs_character(c);
    const auto character = text.substr(start, position - start);
    if (allowed)
      out.append(character);
    else
      append_encoded(character, out);
  }
}

/// Cuts `iri` so that neither an escape nor a character is broken, and appends a hash of the whole.
std::string shortened(std::string iri) {
  if (iri.size() <= longest_iri) return iri;
  const auto hash = ContentHash().add(iri).take();
  auto cut = longest_iri - hash.size() - 1;
  while ((static_cast<unsigned char>(iri[cut]) & 0xc0) == 0x80) --cut;
  for (std::size_t back = 1; back <= 2; ++back) {
    if (iri[cut - back] == '%') cut -= back;
  }
  return iri.substr(0, cut) + '-' + hash;
}

bool is_bracketed_address(std::string_view host) {
  return host.size() > 3 && host.front() == '[' && host.back() == ']' &&
         std::ranges::all_of(host.substr(1, host.size() - 2), [](char c) { return is_hex(c) || c == ':' || c == '.'; });
}

/// Appends iauthority (RFC 3987, 2.2); false where it cannot be one.
bool append_authority(std::string_view authority, std::string& out) {
  if (const auto at = authority.find_last_of('@'); at != std::string_view::npos) {
    append_characters(authority.substr(0, at), "", true, out);
    out.push_back('@');
    authority.remove_prefix(at + 1);
  }
  const auto bracket = authority.find_last_of(']');
  const auto colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
  const auto host = authority.substr(0, colon);
  const auto port = colon == std::string_view::npos ? std::string_view() : authority.substr(colon);
  if (host.empty() || !std::ranges::all_of(port.substr(std::min<std::size_t>(1, port.size())), is_digit)) return false;
  if (is_bracketed_address(host))
    out.append(host);
  else if (is_one_of('[', host) || is_one_of(']', host))
    return false;
  else
    append_characters(host, "", true, out);
  out.append(port);
  return true;
}

/// Appends path, query and fragment.
void append_rest(std::string_view rest, std::string& out) {
  const auto fragment = std::min(rest.find('#'), rest.size());
  append_characters(rest.substr(0, fragment), "/?", true, out);
  if (fragment == rest.size()) return;
  out.push_back('#');
  append_characters(rest.substr(fragment + 1), "/?", true, out);
}

constexpr ByteSet excluded_from_reference(
    "\0\1\2\3\4\5\6\7\x8\x9\xA\xB\xC\xD\xE\xF\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F"
    " <>\"{}|^`\\"sv);

}  // namespace

std::size_t scheme_length(std::string_view iri) {
  if (iri.empty() || !is_letter(iri[0])) return 0;
  std::size_t end = 1;
  while (end < iri.size() && (is_letter(iri[end]) || is_digit(iri[end]) || is_one_of(iri[end], "+-."))) ++end;
  return end < iri.size() && iri[end] == ':' ? end : 0;
}

void append_segment(std::string_view text, std::string& out) {
  if (text == "." || text == "..")
    append_encoded(text, out);
  else
    append_characters(text, "", false, out);
}

std::string segment_iri(std::string_view base, std::string_view id) {
  std::string iri(base);
  append_segment(id, iri);
  return shortened(std::move(iri));
}

std::string path_iri(std::string_view base, std::string_view path) {
  std::string iri(base);
  append_characters(path, "/", true, iri);
  return shortened(std::move(iri));
}

std::optional<std::string> clean_iri(std::string_view iri) {
  const auto scheme = scheme_length(iri);
  if (scheme == 0 || iri.substr(scheme, 3) != "://") return std::nullopt;
  std::string out(iri.substr(0, scheme + 3));
  iri.remove_prefix(out.size());
  const auto authority = std::min(iri.find_first_of("/?#"), iri.size());
  if (!append_authority(iri.substr(0, authority), out)) return std::nullopt;
  append_rest(iri.substr(authority), out);
  if (has_dot_segments(out)) {  // readers of Turtle take them out, those of N-Triples do not
    std::string resolved;
    resolve_iri({}, out, resolved);
    out.swap(resolved);
  }
  if (out.size() > longest_iri) return std::nullopt;
  return out;
}

void append_iri_reference(std::string_view iri, std::string& out) {
  for (std::size_t done = 0; done < iri.size();) {
    const std::size_t stop = excluded_from_reference.find_in(iri, done);
    out.append(iri, done, stop - done);
    if (stop < iri.size()) append_encoded(iri.substr(stop, 1), out);
    done = stop + 1;
  }
}

}  // namespace entente
