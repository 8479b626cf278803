#include "journal/pattern.h"

#include "journal/bytesearch.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <array>
#include <optional>

namespace swb::journal {

namespace {

/// What one attempt, from one first byte on, may cost: a few milliseconds and 16 MiB. An honest expression
/// stays far below; one that explodes is told of instead of holding a search up for years.
constexpr uint32_t mostSteps = 250'000;
constexpr uint32_t mostDepth = 100'000;
constexpr uint32_t mostHeapKiB = 16 * 1024;
constexpr size_t jitStack = 1024 * 1024;
/// Longer than any that a person types; one that a program made must not compile for minutes.
constexpr qsizetype longestExpression = 64 * 1024;

template <auto Free>
struct Freed
{
    template <class T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};
using Code = std::unique_ptr<pcre2_code, Freed<pcre2_code_free>>;
using CompileContext = std::unique_ptr<pcre2_compile_context, Freed<pcre2_compile_context_free>>;
using MatchContext = std::unique_ptr<pcre2_match_context, Freed<pcre2_match_context_free>>;
using MatchData = std::unique_ptr<pcre2_match_data, Freed<pcre2_match_data_free>>;
using JitStack = std::unique_ptr<pcre2_jit_stack, Freed<pcre2_jit_stack_free>>;

PCRE2_SPTR units(QByteArrayView bytes)
{
    return reinterpret_cast<PCRE2_SPTR>(bytes.data());
}

PatternFault faultOf(int error, size_t position)
{
    std::array<PCRE2_UCHAR, 256> text{};
    pcre2_get_error_message(error, text.data(), text.size());
    return {qsizetype(position), QString::fromLatin1(reinterpret_cast<const char *>(text.data()))};
}

} // namespace

struct Pattern::Compiled
{
    std::optional<ByteSearch> literal;
    Code code; ///< of an expression
    qsizetype lookBehind = 0;
};

Pattern::Pattern() = default;

Pattern::Pattern(std::shared_ptr<const Compiled> compiled)
    : m_compiled(std::move(compiled))
{
}

Pattern Pattern::literal(const QByteArray &bytes, Case letters)
{
    if (bytes.isEmpty())
        return {};
    auto compiled = std::make_shared<Compiled>();
    compiled->literal.emplace(bytes, letters == Case::IgnoreAscii);
    return Pattern(std::move(compiled));
}

std::variant<Pattern, PatternFault> Pattern::expression(const QByteArray &source, Case letters)
{
    if (source.isEmpty())
        return Pattern();
    if (source.size() > longestExpression)
        return PatternFault{longestExpression, QStringLiteral("longer than %1 bytes").arg(longestExpression)};
    const CompileContext context(pcre2_compile_context_create(nullptr));
    pcre2_set_newline(context.get(), PCRE2_NEWLINE_ANYCRLF);
    // Callouts have no one to call, and \C is what `.` with (?s) is.
    const uint32_t options = PCRE2_MULTILINE | PCRE2_NEVER_UTF | PCRE2_NEVER_UCP | PCRE2_USE_OFFSET_LIMIT
        | (letters == Case::IgnoreAscii ? PCRE2_CASELESS : 0);
    int error = 0;
    size_t position = 0;
    auto compiled = std::make_shared<Compiled>();
    compiled->code.reset(
        pcre2_compile(units(source), size_t(source.size()), options, &error, &position, context.get()));
    if (!compiled->code)
        return faultOf(error, position);
    // Where the system forbids compiled code, PCRE2 interprets; slower, with the same answers.
    pcre2_jit_compile(compiled->code.get(), PCRE2_JIT_COMPLETE | PCRE2_JIT_PARTIAL_HARD);
    uint32_t lookBehind = 0;
    pcre2_pattern_info(compiled->code.get(), PCRE2_INFO_MAXLOOKBEHIND, &lookBehind);
    compiled->lookBehind = std::max<qsizetype>(lookBehind, 1);
    return Pattern(std::move(compiled));
}

bool Pattern::isExpression() const
{
    return m_compiled && m_compiled->code;
}

qsizetype Pattern::literalSize() const
{
    return m_compiled && m_compiled->literal ? m_compiled->literal->size() : 0;
}

qsizetype Pattern::lookBehind() const
{
    return m_compiled ? m_compiled->lookBehind : 0;
}

struct Matcher::Scratch
{
    explicit Scratch(const pcre2_code *code)
        : context(pcre2_match_context_create(nullptr))
        , data(pcre2_match_data_create_from_pattern(code, nullptr))
        , stack(pcre2_jit_stack_create(32 * 1024, jitStack, nullptr))
    {
        pcre2_set_match_limit(context.get(), mostSteps);
        pcre2_set_depth_limit(context.get(), mostDepth);
        pcre2_set_heap_limit(context.get(), mostHeapKiB);
        pcre2_jit_stack_assign(context.get(), nullptr, stack.get());
    }
    MatchContext context;
    MatchData data;
    JitStack stack;
};

Matcher::Matcher(const Pattern &pattern)
    : m_pattern(pattern)
{
    if (pattern.isExpression())
        m_scratch = std::make_unique<Scratch>(pattern.m_compiled->code.get());
}

Matcher::~Matcher() = default;
Matcher::Matcher(Matcher &&) noexcept = default;
Matcher &Matcher::operator=(Matcher &&) noexcept = default;

Matcher::Answer Matcher::find(QByteArrayView subject, qsizetype from, qsizetype last, End end)
{
    if (m_pattern.isEmpty() || from > subject.size())
        return {};
    if (m_scratch)
        return findExpression(subject, from, std::min(last, subject.size()), end);
    const ByteSearch &literal = *m_pattern.m_compiled->literal;
    const qsizetype furthest = std::min(last, subject.size()) + literal.size();
    const qsizetype at = literal.indexIn(subject.first(std::min(subject.size(), furthest)), from);
    return at < 0 ? Answer() : Answer{Status::Match, at, at + literal.size()};
}

int Matcher::run(QByteArrayView subject, qsizetype from, qsizetype last, End end)
{
    pcre2_set_offset_limit(m_scratch->context.get(), size_t(last));
    const uint32_t options = PCRE2_NOTEMPTY | (end == End::Open ? PCRE2_PARTIAL_HARD : 0);
    return pcre2_match(m_pattern.m_compiled->code.get(), units(subject), size_t(subject.size()), size_t(from),
        options, m_scratch->data.get(), m_scratch->context.get());
}

Matcher::Answer Matcher::findExpression(QByteArrayView subject, qsizetype from, qsizetype last, End end)
{
    const int result = run(subject, from, last, end);
    if (result == PCRE2_ERROR_NOMATCH)
        return {};
    const size_t *places = pcre2_get_ovector_pointer(m_scratch->data.get());
    const auto begin = qsizetype(places[0]);
    if (result == PCRE2_ERROR_PARTIAL)
        return {Status::Partial, begin, subject.size()};
    if (result < 0)
        return {Status::LimitHit, placeOfLimit(subject, from, last, end), subject.size()};
    return {Status::Match, begin, qsizetype(places[1])};
}

/// PCRE2 does not tell at which first byte it gave up; the smallest range that fails does.
qsizetype Matcher::placeOfLimit(QByteArrayView subject, qsizetype from, qsizetype last, End end)
{
    qsizetype fine = from - 1;
    while (last - fine > 1) {
        const qsizetype middle = fine + (last - fine) / 2;
        if (run(subject, from, middle, end) == PCRE2_ERROR_NOMATCH)
            fine = middle;
        else
            last = middle;
    }
    return last;
}

} // namespace swb::journal
