#include "pages/connectionspane.h"

#include "pages/fieldnote.h"
#include "pages/labeltext.h"

#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr qint64 mebibyte = qint64(1) << 20;

} // namespace

ConnectionsPane::ConnectionsPane(qint64 smallestQueueLimit, qint64 largestQueueLimit, QWidget *parent)
    : PreferencePane(u"connectionsPane"_s, parent)
    , m_queue(new QSpinBox)
    , m_queueNote(new FieldNote)
{
    m_queue->setObjectName(u"queueLimit"_s);
    m_queueNote->setObjectName(u"queueLimitNote"_s);
    m_queue->setRange(int(smallestQueueLimit / mebibyte), int(largestQueueLimit / mebibyte));
    m_queue->setKeyboardTracking(false);
    m_queueNote->setReservedLines(3);
    m_queueLabel = addField(m_queue, m_queueNote);
    connect(m_queue, &QSpinBox::valueChanged, this,
        [this](int mebibytes) { emit queueLimitChosen(mebibytes * mebibyte); });
    retranslate();
}

void ConnectionsPane::show(qint64 queueLimit)
{
    const QSignalBlocker blocker(m_queue);
    m_queue->setValue(int(queueLimit / mebibyte));
}

void ConnectionsPane::retranslate()
{
    PreferencePane::retranslate();
    m_queueLabel->setText(tr("&Write queue limit"));
    m_queue->setSuffix(tr(" MiB"));
    m_queue->setAccessibleName(labelText(m_queueLabel->text()));
    m_queueNote->setMeaning(tr(
        "For each connection of a server or client made from now on: so much may wait for a peer that does "
        "not read (the high-water mark). Beyond it nothing more is taken, and answers pause reading."));
}

} // namespace swb::ui
