#include "app/exportsource.h"

#include "journal/recording.h"
#include "models/logmodel.h"
#include "models/timetext.h"
#include "widgets/logview.h"

namespace swb::ui {

namespace {

lens::ShownTime shownTime(const LogModel &model)
{
    switch (model.timeMode()) {
    case TimeMode::Absolute:
        break;
    case TimeMode::SinceStart: {
        const auto first = model.recording()->event(model.recording()->rowAt(model.filter(), 0));
        const Timestamp start = first ? first->time : Timestamp();
        return [start](Timestamp time, std::optional<Timestamp>) { return TimeText::elapsed(time - start); };
    }
    case TimeMode::SinceBefore:
        return [](Timestamp time, std::optional<Timestamp> before) {
            return before ? TimeText::elapsed(time - *before) : QString();
        };
    }
    return {};
}

/// A filtered view changes while it is exported; what it shows now is what is meant.
lens::ExportRows rowsOf(const LogModel &model)
{
    const auto count = quint32(model.rowCount());
    if (!model.isFiltered())
        return {count, [recording = model.recording(), filter = model.filter()](quint32 row) {
                    return recording->rowAt(filter, row);
                }};
    std::vector<EventSeq> rows(count);
    for (quint32 row = 0; row < count; ++row)
        rows[row] = model.seqAt(int(row));
    return {count, [rows = std::make_shared<std::vector<EventSeq>>(std::move(rows))](quint32 row) {
                return (*rows)[row];
            }};
}

} // namespace

ExportSource::ExportSource(const LogView &log)
{
    const LogModel *model = log.model();
    if (!model || !model->recording() || model->rowsBeforeFilter() == 0)
        return;
    m_shown.recording = model->recording();
    m_shown.rows = rowsOf(*model);
    m_shown.end = m_shown.rows.count;
    m_shown.encodings = model->encodings();
    m_shown.defaultEncoding = model->encodingOf({});
    m_shown.shownTime = shownTime(*model);
    m_connectionRows = model->rowsBeforeFilter();
    m_connectionSeqAt = [recording = model->recording(), filter = model->filter()](
                            quint32 row) { return recording->rowAt(filter, row); };
    m_connection = model->filter().connection;
    m_isFiltered = model->isFiltered();
    if (log.selectionStart() >= 0) {
        m_selectionEnd = std::min(quint32(log.selectionEnd() + 1), m_shown.end);
        m_selectionFirst = std::min(quint32(log.selectionStart()), m_selectionEnd);
    }
}

lens::ExportJob ExportSource::job(const ExportDialog::Choice &choice) const
{
    lens::ExportJob job = m_shown;
    job.format = choice.format;
    job.side = choice.side;
    job.csvHex = choice.csvHex;
    job.csvByteOrderMark = choice.csvByteOrderMark;
    if (choice.scope == ExportScope::Connection) {
        job.rows = {m_connectionRows, m_connectionSeqAt};
        job.end = m_connectionRows;
    } else if (choice.scope == ExportScope::Selection) {
        job.first = m_selectionFirst;
        job.end = m_selectionEnd;
    }
    return job;
}

} // namespace swb::ui
