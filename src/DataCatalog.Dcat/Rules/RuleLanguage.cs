using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Internal;

namespace DataCatalog.Dcat.Rules;

/// <summary>
/// Sets up FluentValidation: paths are those of the JSON document (<c>access.regime</c>), and its own messages are in English whatever the
/// server's culture. Messages of our rules name what was expected, as a phrase that may follow "expected".
/// </summary>
internal static class RuleLanguage
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A validator fixes its paths when it is built: this comes before the first one.")]
    internal static void Set()
    {
        ValidatorOptions.Global.LanguageManager.Culture = CultureInfo.GetCultureInfo("en");
        ValidatorOptions.Global.PropertyNameResolver = (_, member, expression) => expression is null
            ? member?.Name is { } name ? JsonNamingPolicy.CamelCase.ConvertName(name) : null
            : JsonPath(PropertyChain.FromExpression(expression).ToString());
    }

    private static string JsonPath(string chain) =>
        string.Join('.', chain.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
