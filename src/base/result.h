#pragma once

#include "base/failure.h"

#include <utility>
#include <variant>

namespace swb {

/// A value or the reason why there is none. std::expected is C++23, which Debian bookworm's g++ has not in
/// C++20.
template <class T, class Reason = Failure>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Reason failure)
        : m_state(std::in_place_index<1>, std::move(failure))
    {
    }

    explicit operator bool() const { return m_state.index() == 0; }
    T &operator*() & { return std::get<0>(m_state); }
    const T &operator*() const & { return std::get<0>(m_state); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }
    T *operator->() { return &std::get<0>(m_state); }
    const T *operator->() const { return &std::get<0>(m_state); }
    const Reason &failure() const { return std::get<1>(m_state); }

private:
    std::variant<T, Reason> m_state;
};

struct Done
{
};
/// For what yields nothing but may fail: `return Done{};`
using Outcome = Result<Done>;

} // namespace swb
