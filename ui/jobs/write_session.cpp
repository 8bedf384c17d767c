// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/write_session.h"

#include "core/base/file_bytes.h"

#include <algorithm>
#include <filesystem>

namespace spall::ui {

namespace {

/// Whether a file is this model, not another one that was written there meanwhile.
bool holds(const std::string& path, const pipeline::Model& model)
{
    const auto found =
        path.empty() ? Result<pipeline::ModelPtr>(nullptr) : pipeline::loadModel(path);
    if (!found || !*found) {
        return false;
    }
    const auto& there = **found;
    const bool isSameNet =
        std::equal(there.weights.arrays.begin(),
                   there.weights.arrays.end(),
                   model.weights.arrays.begin(),
                   model.weights.arrays.end(),
                   [](const auto& a, const auto& b) {
                       return a.first == b.first && a.second.single == b.second.single;
                   });
    return isSameNet && there.calibration.healthy.rec == model.calibration.healthy.rec;
}

} // namespace

std::string freeModelPath(const std::string& wanted, const pipeline::Model& model)
{
    const std::filesystem::path path(wanted);
    std::string free = wanted;
    for (int number = 2; std::filesystem::exists(free) && !holds(free, model); ++number) {
        const std::string name =
            path.stem().string() + "-" + std::to_string(number) + path.extension().string();
        free = (path.parent_path() / name).string();
    }
    return free;
}

Result<std::string> writeSession(const std::string& path,
                                 pipeline::Session session,
                                 const pipeline::ModelPtr& model,
                                 const std::string& newModel)
{
    std::string modelPath = session.model ? session.model->path : std::string();
    if (model) {
        if (!holds(modelPath, *model)) { // never saved, deleted since, or another one by now
            modelPath = newModel;
            if (const auto written = pipeline::saveModel(modelPath, *model); !written) {
                return fail(written.error());
            }
        }
        const auto hash = sha256OfFile(modelPath);
        if (!hash) {
            return fail(hash.error());
        }
        session.model = pipeline::SessionFile{modelPath, {}, *hash};
    }
    if (const auto written = pipeline::saveSession(path, session); !written) {
        return fail(written.error());
    }
    return modelPath;
}

} // namespace spall::ui
