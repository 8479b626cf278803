#include "pages/bytespane.h"

#include "pages/encodingcombo.h"
#include "widgets/bytesview.h"
#include "widgets/encodingview.h"
#include "widgets/layersview.h"
#include "widgets/segmentedswitch.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

/// Takes what room it gets, whatever its pages would like; as high as the page that it shows.
class YieldingStack : public QStackedWidget
{
public:
    using QStackedWidget::QStackedWidget;
    QSize sizeHint() const override { return currentWidget() ? currentWidget()->sizeHint() : QSize(); }
    QSize minimumSizeHint() const override { return {0, 0}; }
    bool hasHeightForWidth() const override { return false; }
};

} // namespace

BytesPane::BytesPane(QWidget *parent)
    : QWidget(parent)
    , m_bytes(new BytesView)
    , m_layers(new LayersView)
    , m_encoding(new EncodingView)
    , m_views(new YieldingStack)
    , m_feet(new YieldingStack)
    , m_switch(new SegmentedSwitch)
    , m_second(new EncodingCombo)
{
    setObjectName(u"bytesPane"_s);
    layOut();
    connect(m_switch, &SegmentedSwitch::chosen, this, [this](int lens) {
        show(BytesLens(lens));
        emit lensChosen(BytesLens(lens));
    });
    connect(m_switch, &SegmentedSwitch::clicked, this, [this] { setFocus(Qt::MouseFocusReason); });
    connect(m_second, &EncodingCombo::encodingChosen, this, [this](const codec::Encoding &encoding) {
        m_encoding->setSecond(encoding);
        emit secondEncodingChosen(encoding.name());
    });
    show(BytesLens::Bytes);
    retranslate();
}

void BytesPane::layOut()
{
    m_views->setObjectName(u"bytesViews"_s);
    m_feet->setObjectName(u"bytesFeet"_s);
    m_switch->setObjectName(u"bytesLens"_s);
    m_second->setObjectName(u"secondEncoding"_s);
    for (const QString &name : {u"showEventBytes"_s, u"showEventLayers"_s, u"showEventEncoding"_s})
        m_switch->addSegment(name);
    m_second->setEncodingName(m_encoding->model()->encoding(EncodingModel::Which::Second).name());
    m_second->setRevertsUnknown(true);
    m_second->setMaximumWidth(20 * Space::One);
    m_views->addWidget(m_bytes);
    m_views->addWidget(m_layers);
    m_views->addWidget(m_encoding);
    m_feet->addWidget(m_bytes->foot());
    m_feet->addWidget(m_layers->foot());
    m_feet->addWidget(m_encoding->foot());
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, Space::Half, Space::One, Space::Half);
    line->setSpacing(Space::One);
    line->addWidget(m_feet, 1);
    line->addWidget(m_second);
    line->addWidget(m_switch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_views, 1);
    column->addLayout(line);
}

void BytesPane::setEvent(
    std::shared_ptr<const journal::Recording> recording, EventSeq seq, const codec::Encoding &encoding)
{
    m_bytes->setEvent(recording, seq, encoding);
    m_layers->setEvent(recording, seq);
    m_encoding->setEncoding(encoding);
    m_encoding->setEvent(recording, seq);
}

void BytesPane::setEncoding(const codec::Encoding &encoding)
{
    m_bytes->setEncoding(encoding);
    m_encoding->setEncoding(encoding);
}

void BytesPane::clear()
{
    m_bytes->clear();
    m_layers->clear();
    m_encoding->clear();
}

BytesLens BytesPane::lens() const
{
    return BytesLens(m_switch->current());
}

void BytesPane::setLens(BytesLens lens)
{
    m_switch->setCurrent(int(lens));
}

QString BytesPane::secondEncoding() const
{
    return m_encoding->model()->encoding(EncodingModel::Which::Second).name();
}

void BytesPane::setSecondEncoding(const QString &name)
{
    const auto encoding = codec::Encoding::find(name);
    if (!encoding)
        return;
    m_encoding->setSecond(*encoding);
    m_second->setEncodingName(encoding->name());
}

void BytesPane::show(BytesLens lens)
{
    m_views->setCurrentIndex(int(lens));
    m_feet->setCurrentIndex(int(lens));
    m_feet->updateGeometry();
    m_second->setVisible(lens == BytesLens::Encoding);
    setFocusProxy(m_views->currentWidget());
}

void BytesPane::retranslate()
{
    m_switch->setAccessibleName(tr("How the selected event is shown"));
    m_switch->setSegment(0, tr("Bytes"), tr("The bytes as text and hex"), tr("Show the bytes of the event"));
    m_switch->setSegment(
        1, tr("Layers"), tr("The packet unwrapped, header by header"), tr("Show the layers of the packet"));
    m_switch->setSegment(2, tr("Encoding"), tr("The bytes as characters, and where reads cut them"),
        tr("Show the bytes as characters"));
    m_second->setAccessibleName(tr("Second encoding"));
    m_second->setToolTip(tr("The encoding below the bytes"));
}

void BytesPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QSize BytesPane::minimumSizeHint() const
{
    const int line = m_switch->sizeHint().height() + Space::One;
    return {m_switch->minimumSizeHint().width() + Space::One, m_bytes->minimumSizeHint().height() + line};
}

QSize BytesPane::sizeHint() const
{
    return m_bytes->sizeHint();
}

} // namespace swb::ui
