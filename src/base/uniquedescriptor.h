#pragma once

#include <unistd.h>
#include <utility>

namespace swb {

/// Owns a file descriptor.
class UniqueDescriptor
{
public:
    UniqueDescriptor() = default;
    explicit UniqueDescriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    UniqueDescriptor(UniqueDescriptor &&other) noexcept
        : m_descriptor(other.release())
    {
    }
    UniqueDescriptor &operator=(UniqueDescriptor &&other) noexcept
    {
        reset(other.release());
        return *this;
    }
    ~UniqueDescriptor() { reset(); }

    explicit operator bool() const { return m_descriptor >= 0; }
    int get() const { return m_descriptor; }
    int release() { return std::exchange(m_descriptor, -1); }
    void reset(int descriptor = -1)
    {
        const int old = std::exchange(m_descriptor, descriptor);
        if (old >= 0)
            ::close(old);
    }

private:
    int m_descriptor = -1;
};

} // namespace swb
