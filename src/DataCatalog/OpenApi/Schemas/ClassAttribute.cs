namespace DataCatalog.OpenApi.Schemas;

/// <summary>The class that a node of this schema has: the one value of its <c>type</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ClassAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
