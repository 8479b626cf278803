#include "app/appearancemenus.h"

#include "app/appearance.h"

#include <QActionGroup>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace swb::ui {

AppearanceMenus::AppearanceMenus(QMenu *menu, Appearance *appearance, QObject *parent)
    : QObject(parent)
    , m_appearance(appearance)
    , m_themes(menu->addMenu(QString()))
    , m_languages(menu->addMenu(QString()))
{
    m_themes->setObjectName(u"themeMenu"_s);
    m_languages->setObjectName(u"languageMenu"_s);
    fillThemes();
    fillLanguages();
    retranslate();
}

void AppearanceMenus::fillThemes()
{
    auto *group = new QActionGroup(m_themes);
    for (const auto theme : {Appearance::Theme::System, Appearance::Theme::Light, Appearance::Theme::Dark}) {
        QAction *action = group->addAction(m_themes->addAction(QString()));
        action->setObjectName(u"theme_%1"_s.arg(int(theme)));
        action->setCheckable(true);
        action->setChecked(m_appearance->theme() == theme);
        connect(action, &QAction::triggered, this, [this, theme] { m_appearance->setTheme(theme); });
    }
}

void AppearanceMenus::fillLanguages()
{
    auto *group = new QActionGroup(m_languages);
    const auto add = [&](const QString &code, const QString &name) {
        QAction *action = group->addAction(m_languages->addAction(name));
        action->setObjectName(u"language_"_s + code);
        action->setCheckable(true);
        action->setChecked(m_appearance->language() == code);
        connect(action, &QAction::triggered, this, [this, code] { m_appearance->setLanguage(code); });
    };
    add({}, {});
    for (const auto &[code, name] : Appearance::languages())
        add(code, name);
}

void AppearanceMenus::retranslate()
{
    m_themes->setTitle(tr("&Theme"));
    m_languages->setTitle(tr("&Language"));
    const QStringList themes{tr("&System"), tr("&Light"), tr("&Dark")};
    for (qsizetype i = 0; i < themes.size(); ++i)
        m_themes->actions()[i]->setText(themes[i]);
    m_languages->actions().constFirst()->setText(tr("&System"));
}

} // namespace swb::ui
