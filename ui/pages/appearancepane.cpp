#include "pages/appearancepane.h"

#include "pages/labeltext.h"
#include "widgets/segmentedswitch.h"

#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

QSpinBox *percentBox(const QString &name, int least, int most)
{
    auto *box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(least, most);
    box->setSingleStep(10);
    return box;
}

} // namespace

AppearancePane::AppearancePane(const Bounds &bounds, QWidget *parent)
    : PreferencePane(u"appearancePane"_s, parent)
    , m_language(new QComboBox)
    , m_theme(new SegmentedSwitch)
    , m_text(percentBox(u"textSize"_s, bounds.smallestText, bounds.largestText))
    , m_family(new QComboBox)
    , m_data(percentBox(u"dataSize"_s, bounds.smallestData, bounds.largestData))
    , m_sample(new QLabel)
{
    setUp(bounds);
    m_languageLabel = addField(m_language);
    m_themeLabel = addField(m_theme);
    m_textLabel = addField(m_text);
    m_familyLabel = addField(m_family);
    m_dataLabel = addField(m_data);
    m_sampleLabel = addField(m_sample);
    retranslate();
}

void AppearancePane::setUp(const Bounds &bounds)
{
    m_language->setObjectName(u"language"_s);
    m_language->addItem({}, QString());
    for (const auto &[code, name] : bounds.languages)
        m_language->addItem(name, code);
    m_theme->setObjectName(u"theme"_s);
    for (const QString &name : {u"systemTheme"_s, u"lightTheme"_s, u"darkTheme"_s})
        m_theme->addSegment(name);
    m_family->setObjectName(u"dataFont"_s);
    m_family->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_family->setMinimumContentsLength(16);
    fillFamilies();
    m_sample->setObjectName(u"dataSample"_s);
    m_sample->setTextFormat(Qt::PlainText);
    m_sample->setText(u"48 69 e4 bd a0 e5 a5 bd\nHi 你好 0123456789\nIl1| O0 {}[]()"_s);
    m_sample->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    connect(m_language, &QComboBox::activated, this, &AppearancePane::take);
    connect(m_theme, &SegmentedSwitch::chosen, this, &AppearancePane::take);
    connect(m_text, &QSpinBox::valueChanged, this, &AppearancePane::take);
    connect(m_family, &QComboBox::activated, this, &AppearancePane::take);
    connect(m_data, &QSpinBox::valueChanged, this, &AppearancePane::take);
}

void AppearancePane::fillFamilies()
{
    m_family->addItem({}, QString());
    for (const QString &family : QFontDatabase::families()) {
        if (QFontDatabase::isFixedPitch(family) && !QFontDatabase::isPrivateFamily(family))
            m_family->addItem(family, family);
    }
}

void AppearancePane::show(const Choice &choice)
{
    m_shown = choice;
    const QSignalBlocker textBlocker(m_text);
    const QSignalBlocker dataBlocker(m_data);
    const QSignalBlocker themeBlocker(m_theme);
    m_language->setCurrentIndex(std::max(0, m_language->findData(choice.language)));
    m_theme->setCurrent(choice.theme);
    m_text->setValue(choice.textPercent);
    const QString &family = choice.dataFont.family;
    if (!family.isEmpty() && m_family->findData(family) < 0) // once installed, and chosen: to be seen and left
        m_family->addItem(family, family);
    m_family->setCurrentIndex(family.isEmpty() ? 0 : m_family->findData(family));
    m_data->setValue(choice.dataFont.percent);
    showSample();
}

AppearancePane::Choice AppearancePane::read() const
{
    return {m_language->currentData().toString(), m_theme->current(), m_text->value(),
        {m_family->currentData().toString(), m_data->value()}};
}

void AppearancePane::take()
{
    const Choice choice = read();
    if (choice == m_shown)
        return;
    m_shown = choice;
    emit chosen(choice);
    showSample();
}

void AppearancePane::showSample()
{
    m_sample->setFont(ui::dataFont());
}

void AppearancePane::retranslate()
{
    PreferencePane::retranslate();
    m_languageLabel->setText(tr("&Language"));
    m_themeLabel->setText(tr("Colours"));
    m_textLabel->setText(tr("&Text size"));
    m_familyLabel->setText(tr("&Font of the data"));
    m_dataLabel->setText(tr("&Size of the data"));
    m_sampleLabel->setText(tr("Sample"));
    m_language->setItemText(0, tr("As the system"));
    m_family->setItemText(0, tr("The system's fixed-width font"));
    m_theme->setSegment(
        0, tr("As the system"), tr("Light or dark, as the desktop is"), tr("Colours as the system"));
    m_theme->setSegment(1, tr("Light"), tr("Dark text on light ground"), tr("Light colours"));
    m_theme->setSegment(2, tr("Dark"), tr("Light text on dark ground"), tr("Dark colours"));
    m_theme->setAccessibleName(tr("Colours"));
    m_text->setSuffix(tr(" %", "per cent, behind a number"));
    m_data->setSuffix(tr(" % of the text"));
    for (const QLabel *label : {m_languageLabel, m_textLabel, m_familyLabel, m_dataLabel, m_sampleLabel})
        label->buddy()->setAccessibleName(labelText(label->text()));
}

void AppearancePane::changeEvent(QEvent *event)
{
    PreferencePane::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        showSample();
}

} // namespace swb::ui
