#include "pages/subjectbar.h"

#include "bench/sentences.h"
#include "models/benchmodel.h"
#include "models/timetext.h"
#include "pages/elidedlabel.h"
#include "pages/encodingcombo.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr int LeastEncodingWidth = 12 * Space::One;

/// What matters now comes first: the line may be cut short.
QStringList queueFacts(const bench::ConnectionStatus &status)
{
    QStringList facts;
    if (!bench::isOver(status.state)) {
        if (status.readingStopped)
            facts.append(SubjectBar::tr("reading stopped"));
        if (status.bytesQueued > 0)
            facts.append(
                SubjectBar::tr("%1 wait for the peer").arg(bench::Sentences::size(status.bytesQueued)));
        if (status.overHighWater)
            facts.append(SubjectBar::tr("the queue is full"));
    }
    if (status.bytesUnsent > 0)
        facts.append(SubjectBar::tr("%1 never sent").arg(bench::Sentences::size(status.bytesUnsent)));
    return facts;
}

} // namespace

SubjectBar::SubjectBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_title(new ElidedLabel)
    , m_detail(new ElidedLabel)
    , m_encodingLabel(new QLabel)
    , m_encoding(new EncodingCombo)
{
    setObjectName(u"subjectBar"_s);
    m_icon->setObjectName(u"subjectIcon"_s);
    m_title->setObjectName(u"subjectTitle"_s);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // cut last, behind the detail
    m_detail->setObjectName(u"subjectDetail"_s);
    m_encodingLabel->setObjectName(u"subjectEncodingLabel"_s);
    m_encoding->setObjectName(u"connectionEncoding"_s);
    m_encoding->setRevertsUnknown(true);
    m_encoding->setMinimumWidth(LeastEncodingWidth);
    m_encodingLabel->setBuddy(m_encoding);
    m_title->setFont(titleFont(1.3));
    m_detail->setForegroundRole(QPalette::PlaceholderText);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::Two, Space::One, Space::Two, Space::One);
    layout->setSpacing(Space::One);
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    layout->addWidget(m_detail, 1);
    layout->addWidget(m_encodingLabel);
    layout->addWidget(m_encoding);
    connect(m_encoding, &EncodingCombo::encodingChosen, this, &SubjectBar::encodingChosen);
    retranslate();
}

void SubjectBar::showConnection(const bench::ConnectionStatus &status)
{
    m_status = status;
    const QString number = QString::number(status.id.value);
    m_title->setText(tr("Connection %1 with %2").arg(number, status.peer.toString()));
    showDetail(facts(status));
    showIcon();
    m_encoding->setEncodingName(status.encoding);
    m_encoding->setVisible(true);
    m_encodingLabel->setVisible(true);
}

QString SubjectBar::facts(const bench::ConnectionStatus &status) const
{
    QStringList parts = QStringList(BenchModel::stateText(status.state)) + queueFacts(status);
    if (status.failure.isSet())
        parts.append(bench::Sentences::failure(status.failure));
    parts.append(
        (status.outgoing ? tr("dialled from %1") : tr("accepted at %1")).arg(status.local.toString()));
    if (status.opened != Timestamp())
        parts.append(TimeText::dateUnlessToday(status.opened));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

void SubjectBar::showDetail(const QString &detail)
{
    m_detail->setText(detail);
    m_detail->setToolTip(detail);
}

void SubjectBar::showIcon()
{
    const auto name = m_status.id.isValid() ? "connect"_L1 : "all"_L1;
    m_icon->setPixmap(Icons::named(name).pixmap(QSize(24, 24), devicePixelRatio()));
}

void SubjectBar::showTitle(const QString &title, const QString &detail, const QString &encoding)
{
    m_status = {};
    m_title->setText(title);
    showDetail(detail);
    showIcon();
    if (!encoding.isEmpty())
        m_encoding->setEncodingName(encoding);
    m_encoding->setVisible(!encoding.isEmpty());
    m_encodingLabel->setVisible(!encoding.isEmpty());
}

void SubjectBar::focusEncoding()
{
    m_encoding->setFocus(Qt::ShortcutFocusReason);
}

void SubjectBar::retranslate()
{
    m_encodingLabel->setText(tr("E&ncoding"));
    m_encoding->setAccessibleName(tr("Encoding of this connection"));
    m_encoding->setToolTip(
        tr("How the bytes are shown as text and text is made bytes; the recording never changes"));
    if (m_status.id.isValid())
        showConnection(m_status);
}

void SubjectBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        showIcon();
    if (event->type() == QEvent::FontChange)
        m_title->setFont(titleFont(1.3));
    QWidget::changeEvent(event);
}

} // namespace swb::ui
