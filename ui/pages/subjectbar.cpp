#include "pages/subjectbar.h"

#include "bench/sentences.h"
#include "models/benchmodel.h"
#include "pages/encodingcombo.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

QLabel *plainLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

SubjectBar::SubjectBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_title(plainLabel(u"subjectTitle"_s))
    , m_detail(plainLabel(u"subjectDetail"_s))
    , m_encodingLabel(new QLabel)
    , m_encoding(new EncodingCombo)
{
    setObjectName(u"subjectBar"_s);
    m_icon->setObjectName(u"subjectIcon"_s);
    m_encodingLabel->setObjectName(u"subjectEncodingLabel"_s);
    m_encoding->setObjectName(u"connectionEncoding"_s);
    m_encoding->setRevertsUnknown(true);
    m_encodingLabel->setBuddy(m_encoding);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_detail->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

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
    m_detail->setText(facts(status));
    m_detail->setToolTip(m_detail->text());
    m_icon->setPixmap(Icons::named("connect"_L1).pixmap(QSize(24, 24), devicePixelRatio()));
    m_encoding->setEncodingName(status.encoding);
    m_encoding->setVisible(true);
    m_encodingLabel->setVisible(true);
}

QString SubjectBar::facts(const bench::ConnectionStatus &status) const
{
    QStringList parts{BenchModel::stateText(status.state),
        status.outgoing ? tr("dialled from %1").arg(status.local.toString())
                        : tr("accepted at %1").arg(status.local.toString())};
    if (status.readingStopped)
        parts.append(tr("reading stopped"));
    if (status.bytesQueued > 0)
        parts.append(tr("%1 wait for the peer").arg(bench::Sentences::size(status.bytesQueued)));
    if (status.overHighWater)
        parts.append(tr("the queue is full"));
    if (status.bytesUnsent > 0)
        parts.append(tr("%1 never sent").arg(bench::Sentences::size(status.bytesUnsent)));
    if (status.failure.isSet())
        parts.append(bench::Sentences::failure(status.failure));
    return parts.join(u" · "_s);
}

void SubjectBar::showTitle(const QString &title, const QString &detail)
{
    m_status = {};
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setToolTip(detail);
    m_icon->setPixmap(Icons::named("all"_L1).pixmap(QSize(24, 24), devicePixelRatio()));
    m_encoding->setVisible(false);
    m_encodingLabel->setVisible(false);
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
    QWidget::changeEvent(event);
}

} // namespace swb::ui
