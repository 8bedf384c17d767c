// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <hdf5.h>

namespace spall::io::hdf5 {

/// An identifier of the library that is closed with the function given.
template <herr_t (*close)(hid_t)> class Handle {
public:
    explicit Handle(hid_t id) : m_id(id) {}
    ~Handle()
    {
        if (m_id >= 0) {
            close(m_id);
        }
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    [[nodiscard]] hid_t get() const { return m_id; }
    explicit operator bool() const { return m_id >= 0; }

private:
    hid_t m_id;
};
using File = Handle<&H5Fclose>;
using Object = Handle<&H5Oclose>;
using Attribute = Handle<&H5Aclose>;
using Space = Handle<&H5Sclose>;
using Type = Handle<&H5Tclose>;
using Properties = Handle<&H5Pclose>;

} // namespace spall::io::hdf5
