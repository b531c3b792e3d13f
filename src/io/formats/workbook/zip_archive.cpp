#include "io/formats/workbook/zip_archive.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>

#include "base/error.hpp"

namespace entente::io {

void ZipEntry::Close::operator()(zip_file* file) const { zip_fclose(file); }

void ZipArchive::Discard::operator()(zip* archive) const { zip_discard(archive); }

std::size_t ZipEntry::read(char* out, std::size_t size) {
    if (!file_ || !problem_.empty()) return 0;
    const zip_int64_t got = zip_fread(file_.get(), out, size);
    if (got < 0) {
        problem_ = fmt::format("'{}' in it is damaged: {}", name_,
                               zip_error_strerror(zip_file_get_error(file_.get())));
        return 0;
    }
    unpacked_ += static_cast<std::uint64_t>(got);
    constexpr std::uint64_t small = std::uint64_t{1} << 20U;
    if (unpacked_ > largest_entry) problem_ = fmt::format("'{}' in it unpacks beyond 1 GiB", name_);
    else if (unpacked_ > small && unpacked_ / largest_ratio > packed_)
        problem_ = fmt::format("'{}' in it unpacks beyond {} times its packed size", name_, largest_ratio);
    return problem_.empty() ? static_cast<std::size_t>(got) : 0;
}

ZipArchive::ZipArchive(std::string bytes) : bytes_(std::move(bytes)) {
    if (bytes_.empty()) {
        problem_ = "the file is empty";
        return;
    }
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, &error);
    if (source != nullptr) {
        archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
        if (!archive_) zip_source_free(source);
    }
    if (!archive_) problem_ = zip_error_strerror(&error);
    zip_error_fini(&error);
}

bool ZipArchive::holds(const std::string& name) const {
    return archive_ && zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE | ZIP_FL_ENC_GUESS) >= 0;
}

ZipEntry ZipArchive::open(const std::string& name) const {
    ZipEntry entry(nullptr, name, 0);
    if (!archive_) {
        entry.problem_ = problem_;
        return entry;
    }
    const zip_int64_t index = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE | ZIP_FL_ENC_GUESS);
    zip_stat_t about;
    zip_stat_init(&about);
    if (index < 0 || zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(index), 0, &about) != 0) {
        entry.problem_ = fmt::format("it lacks '{}'", name);
        return entry;
    }
    if ((about.valid & ZIP_STAT_COMP_SIZE) != 0)
        entry.packed_ = std::min<std::uint64_t>(about.comp_size, bytes_.size());
    entry.file_.reset(zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0));
    if (!entry.file_)
        entry.problem_ = fmt::format("'{}' in it cannot be unpacked: {}", name, zip_strerror(archive_.get()));
    return entry;
}

namespace {

struct SourceFree {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};

[[noreturn]] void fail_packing(const char* reason) {
    throw Error(Fault::internal, fmt::format("cannot pack a zip archive: {}", reason));
}

}  // namespace

std::string packed(const std::vector<PackedFile>& files) {
    zip_error_t error;
    zip_error_init(&error);
    const std::unique_ptr<zip_source_t, SourceFree> target(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!target) fail_packing(zip_error_strerror(&error));
    zip_source_keep(target.get());
    zip_t* archive = zip_open_from_source(target.get(), ZIP_TRUNCATE, &error);
    if (archive == nullptr) fail_packing(zip_error_strerror(&error));
    for (const PackedFile& file : files) {
        zip_source_t* source = zip_source_buffer(archive, file.text.data(), file.text.size(), 0);
        const zip_int64_t index = zip_file_add(archive, file.name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) fail_packing(zip_strerror(archive));
        const auto entry = static_cast<zip_uint64_t>(index);
        // The fastest compression: a million ties are half a gigabyte of XML. 1980-01-01 is where the time of
        // zip archives begins.
        if (zip_set_file_compression(archive, entry, ZIP_CM_DEFLATE, 1) != 0 ||
            zip_file_set_dostime(archive, entry, 0, 0x21, 0) != 0)
            fail_packing(zip_strerror(archive));
    }
    if (zip_close(archive) != 0) fail_packing(zip_strerror(archive));
    zip_stat_t about;
    zip_stat_init(&about);
    zip_source_stat(target.get(), &about);
    std::string bytes(about.size, '\0');
    zip_source_open(target.get());
    const zip_int64_t got = zip_source_read(target.get(), bytes.data(), bytes.size());
    zip_source_close(target.get());
    if (got != static_cast<zip_int64_t>(bytes.size())) fail_packing("its bytes cannot be read back");
    return bytes;
}

}  // namespace entente::io
