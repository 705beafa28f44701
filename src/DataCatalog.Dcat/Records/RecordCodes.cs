using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace DataCatalog.Dcat.Records;

/// <summary>Finds the codes of vocabularies that a record holds, its parts included, by <see cref="CodeOfAttribute"/>.</summary>
public static class RecordCodes
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<CodedProperty>> Known = new();

    /// <summary>The codes of a record. A part's property has the part's name before it: <c>distributions.format</c>.</summary>
    /// <param name="record">A record, or a part of one.</param>
    public static IEnumerable<HeldCode> Of(object record) => PropertiesOf(record.GetType()).SelectMany(property => Of(property, record));

    /// <summary>The properties of a type that hold codes, and those whose type has such properties.</summary>
    public static IReadOnlyList<CodedProperty> PropertiesOf(Type type) => Known.GetOrAdd(type, Read);

    private static IEnumerable<HeldCode> Of(CodedProperty property, object record)
    {
        var value = property.Property.GetValue(record);
        var values = value is null ? [] : value is IEnumerable several and not string ? several.Cast<object>() : [value];
        return property.Scheme is { } scheme
            ? values.Select(code => new HeldCode(property.Name, scheme, (string)code))
            : values.SelectMany(Of, (_, held) => held with { Path = $"{property.Name}.{held.Path}" });
    }

    private static IReadOnlyList<CodedProperty> Read(Type type) =>
    [
        .. type.GetProperties()
            .Select(property => new CodedProperty(property, property.GetCustomAttribute<CodeOfAttribute>()?.Scheme))
            .Where(property => property.Scheme is not null || IsPart(property.ItemType)),
    ];

    private static bool IsPart(Type type) =>
        type.IsClass
        && type != typeof(LanguageMap)
        && string.Equals(type.Namespace, typeof(RecordCodes).Namespace, StringComparison.Ordinal)
        && PropertiesOf(type).Count > 0;
}

/// <summary>A code that a record holds.</summary>
/// <param name="Path">The property, with the names of the parts that it is in: <c>access.regime</c>.</param>
/// <param name="Scheme">The vocabulary.</param>
/// <param name="Code">The code.</param>
public readonly record struct HeldCode(string Path, string Scheme, string Code);

/// <summary>A property that holds codes, or parts that do.</summary>
/// <param name="Property">The property.</param>
/// <param name="Scheme">The vocabulary of its codes; null for parts.</param>
public sealed record CodedProperty(PropertyInfo Property, string? Scheme)
{
    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(Property.Name);

    /// <summary>Whether it holds several.</summary>
    public bool IsList { get; } = Property.PropertyType.IsGenericType;

    public Type ItemType => IsList ? Property.PropertyType.GenericTypeArguments[0] : Property.PropertyType;
}
