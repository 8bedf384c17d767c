// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/role.h"

namespace spall::pipeline {

std::string keyOf(Role role)
{
    switch (role) {
    case Role::Unknown:
        break;
    case Role::Healthy:
        return "healthy";
    case Role::Faulty:
        return "faulty";
    }
    return "unknown";
}

std::optional<Role> parseRole(std::string_view text)
{
    for (const Role role : {Role::Unknown, Role::Healthy, Role::Faulty}) {
        if (text == keyOf(role)) {
            return role;
        }
    }
    return std::nullopt;
}

} // namespace spall::pipeline
