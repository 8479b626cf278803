#include "app/appearancemenus.h"

#include "app/appearance.h"

#include <QActionGroup>
#include <QMenu>

#include <array>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr std::array themeNames{"systemThemeAction"_L1, "lightThemeAction"_L1, "darkThemeAction"_L1};

} // namespace

AppearanceMenus::AppearanceMenus(QMenu *menu, Appearance *appearance, QObject *parent)
    : QObject(parent)
    , m_appearance(appearance)
    , m_larger(menu->addAction(QString()))
    , m_smaller(menu->addAction(QString()))
    , m_normal(menu->addAction(QString()))
    , m_themes(menu->addMenu(QString()))
    , m_languages(menu->addMenu(QString()))
{
    m_themes->setObjectName(u"themeMenu"_s);
    m_languages->setObjectName(u"languageMenu"_s);
    wireTextSizes();
    menu->insertSeparator(m_themes->menuAction());
    fillThemes();
    fillLanguages();
    connect(appearance, &Appearance::changed, this, &AppearanceMenus::showChoices);
    showChoices();
    retranslate();
}

void AppearanceMenus::wireTextSizes()
{
    m_larger->setObjectName(u"largerTextAction"_s);
    m_smaller->setObjectName(u"smallerTextAction"_s);
    m_normal->setObjectName(u"normalTextAction"_s);
    // Where "+" needs Shift, the key beside it does as well.
    m_larger->setShortcuts({QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s)});
    m_smaller->setShortcut(QKeySequence(u"Ctrl+-"_s));
    m_normal->setShortcut(QKeySequence(u"Ctrl+0"_s));
    const auto step = [this](int by) { m_appearance->setTextSteps(m_appearance->textSteps() + by); };
    connect(m_larger, &QAction::triggered, this, [step] { step(1); });
    connect(m_smaller, &QAction::triggered, this, [step] { step(-1); });
    connect(m_normal, &QAction::triggered, this, [this] { m_appearance->setTextSteps(0); });
}

void AppearanceMenus::fillThemes()
{
    auto *group = new QActionGroup(m_themes);
    for (const auto theme : {Appearance::Theme::System, Appearance::Theme::Light, Appearance::Theme::Dark}) {
        QAction *action = group->addAction(m_themes->addAction(QString()));
        action->setObjectName(themeNames[size_t(theme)]);
        action->setData(int(theme));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, theme] { m_appearance->setTheme(theme); });
    }
}

void AppearanceMenus::fillLanguages()
{
    auto *group = new QActionGroup(m_languages);
    const auto add = [&](const QString &code, const QString &name) {
        QAction *action = group->addAction(m_languages->addAction(name));
        action->setObjectName(u"language_"_s + code);
        action->setData(code);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, code] { m_appearance->setLanguage(code); });
    };
    add({}, {});
    for (const auto &[code, name] : Appearance::languages())
        add(code, name);
}

void AppearanceMenus::showChoices()
{
    for (QAction *action : m_themes->actions())
        action->setChecked(action->data().toInt() == int(m_appearance->theme()));
    for (QAction *action : m_languages->actions())
        action->setChecked(action->data().toString() == m_appearance->language());
}

void AppearanceMenus::retranslate()
{
    m_larger->setText(tr("Lar&ger text"));
    m_smaller->setText(tr("&Smaller text"));
    m_normal->setText(tr("&Normal text size"));
    m_themes->setTitle(tr("&Theme"));
    m_languages->setTitle(tr("&Language"));
    const QStringList themes{tr("&System"), tr("&Light"), tr("&Dark")};
    for (qsizetype i = 0; i < themes.size(); ++i)
        m_themes->actions()[i]->setText(themes[i]);
    m_languages->actions().constFirst()->setText(tr("&System"));
}

} // namespace swb::ui
