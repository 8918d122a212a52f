export type Json =
  | string
  | number
  | boolean
  | null
  | { [key: string]: Json | undefined }
  | Json[]

export type Database = {
  // Allows to automatically instantiate createClient with right options
  // instead of createClient<Database, { PostgrestVersion: 'XX' }>(URL, KEY)
  __InternalSupabase: {
    PostgrestVersion: "14"
  }
  public: {
    Tables: {
      check_leases: {
        Row: {
          check_name: string
          expires_at: string
          holder: string
        }
        Insert: {
          check_name: string
          expires_at: string
          holder: string
        }
        Update: {
          check_name?: string
          expires_at?: string
          holder?: string
        }
        Relationships: []
      }
      check_readings: {
        Row: {
          check_name: string
          duration_ms: number
          id: number
          read_at: string
          reason: string | null
          replica: string
          status: Database["public"]["Enums"]["reading_status"]
          value: Json | null
        }
        Insert: {
          check_name: string
          duration_ms: number
          id?: never
          read_at?: string
          reason?: string | null
          replica: string
          status: Database["public"]["Enums"]["reading_status"]
          value?: Json | null
        }
        Update: {
          check_name?: string
          duration_ms?: number
          id?: never
          read_at?: string
          reason?: string | null
          replica?: string
          status?: Database["public"]["Enums"]["reading_status"]
          value?: Json | null
        }
        Relationships: []
      }
      error_tracking: {
        Row: {
          fingerprint: string
          id: number
          level: Database["public"]["Enums"]["error_level"]
          message: string
          occurred_at: string
          route: string | null
          tenant_id: string | null
          user_id: string | null
        }
        Insert: {
          fingerprint: string
          id?: never
          level?: Database["public"]["Enums"]["error_level"]
          message: string
          occurred_at?: string
          route?: string | null
          tenant_id?: string | null
          user_id?: string | null
        }
        Update: {
          fingerprint?: string
          id?: never
          level?: Database["public"]["Enums"]["error_level"]
          message?: string
          occurred_at?: string
          route?: string | null
          tenant_id?: string | null
          user_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "error_tracking_tenant_id_fkey"
            columns: ["tenant_id"]
            referencedRelation: "tenants"
            referencedColumns: ["id"]
          },
        ]
      }
      media: {
        Row: {
          bucket: string
          bytes: number
          created_at: string
          id: string
          mime_type: string
          path: string
          tenant_id: string
          uploaded_by: string | null
        }
        Insert: {
          bucket?: string
          bytes: number
          created_at?: string
          id?: string
          mime_type: string
          path: string
          tenant_id: string
          uploaded_by?: string | null
        }
        Update: {
          bucket?: string
          bytes?: number
          created_at?: string
          id?: string
          mime_type?: string
          path?: string
          tenant_id?: string
          uploaded_by?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "media_tenant_id_fkey"
            columns: ["tenant_id"]
            referencedRelation: "tenants"
            referencedColumns: ["id"]
          },
        ]
      }
      page_views: {
        Row: {
          duration_ms: number
          id: number
          path: string
          session_id: string
          tenant_id: string | null
          user_id: string | null
          viewed_at: string
        }
        Insert: {
          duration_ms: number
          id?: never
          path: string
          session_id: string
          tenant_id?: string | null
          user_id?: string | null
          viewed_at?: string
        }
        Update: {
          duration_ms?: number
          id?: never
          path?: string
          session_id?: string
          tenant_id?: string | null
          user_id?: string | null
          viewed_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "page_views_tenant_id_fkey"
            columns: ["tenant_id"]
            referencedRelation: "tenants"
            referencedColumns: ["id"]
          },
        ]
      }
      system_admins: {
        Row: {
          created_at: string
          user_id: string
        }
        Insert: {
          created_at?: string
          user_id: string
        }
        Update: {
          created_at?: string
          user_id?: string
        }
        Relationships: []
      }
      tenant_audit_logs: {
        Row: {
          action: string
          actor_email: string | null
          actor_id: string | null
          details: NonNullable<Json>
          hash: string
          id: number
          ip: unknown
          occurred_at: string
          prev_hash: string
          resource_id: string | null
          resource_type: string
          tenant_id: string
        }
        Insert: {
          action: string
          actor_email?: string | null
          actor_id?: string | null
          details?: NonNullable<Json>
          hash?: string
          id?: never
          ip?: unknown
          occurred_at?: string
          prev_hash?: string
          resource_id?: string | null
          resource_type: string
          tenant_id: string
        }
        Update: {
          action?: string
          actor_email?: string | null
          actor_id?: string | null
          details?: NonNullable<Json>
          hash?: string
          id?: never
          ip?: unknown
          occurred_at?: string
          prev_hash?: string
          resource_id?: string | null
          resource_type?: string
          tenant_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "tenant_audit_logs_tenant_id_fkey"
            columns: ["tenant_id"]
            referencedRelation: "tenants"
            referencedColumns: ["id"]
          },
        ]
      }
      tenant_memberships: {
        Row: {
          created_at: string
          role: Database["public"]["Enums"]["tenant_role"]
          tenant_id: string
          user_id: string
        }
        Insert: {
          created_at?: string
          role?: Database["public"]["Enums"]["tenant_role"]
          tenant_id: string
          user_id: string
        }
        Update: {
          created_at?: string
          role?: Database["public"]["Enums"]["tenant_role"]
          tenant_id?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "tenant_memberships_tenant_id_fkey"
            columns: ["tenant_id"]
            referencedRelation: "tenants"
            referencedColumns: ["id"]
          },
        ]
      }
      tenants: {
        Row: {
          created_at: string
          id: string
          name: string
          slug: string
          status: Database["public"]["Enums"]["tenant_status"]
        }
        Insert: {
          created_at?: string
          id?: string
          name: string
          slug: string
          status?: Database["public"]["Enums"]["tenant_status"]
        }
        Update: {
          created_at?: string
          id?: string
          name?: string
          slug?: string
          status?: Database["public"]["Enums"]["tenant_status"]
        }
        Relationships: []
      }
    }
    Views: {
      [_ in never]: never
    }
    Functions: {
      administered_tenants: {
        Args: Record<PropertyKey, never>
        Returns: string[]
      }
      audit_log_hash: {
        Args: {
          p_entry: Database["public"]["Tables"]["tenant_audit_logs"]["Row"]
          p_prev_hash: string
        }
        Returns: string
      }
      is_system_admin: { Args: Record<PropertyKey, never>; Returns: boolean }
      is_tenant_admin: { Args: { p_tenant: string }; Returns: boolean }
      is_tenant_member: { Args: { p_tenant: string }; Returns: boolean }
      is_tenant_owner: { Args: { p_tenant: string }; Returns: boolean }
      media_tenant: { Args: { p_object_name: string }; Returns: string }
      member_tenants: { Args: Record<PropertyKey, never>; Returns: string[] }
      release_check_lease: {
        Args: { p_check_name: string; p_holder: string }
        Returns: undefined
      }
      search_audit_logs: {
        Args: {
          p_action?: string
          p_actor?: string
          p_before_at?: string
          p_before_id?: number
          p_from?: string
          p_limit?: number
          p_resource?: string
          p_tenant: string
          p_text?: string
          p_to?: string
        }
        Returns: {
          action: string
          actor_email: string | null
          actor_id: string | null
          details: NonNullable<Json>
          hash: string
          id: number
          ip: unknown
          occurred_at: string
          prev_hash: string
          resource_id: string | null
          resource_type: string
          tenant_id: string
        }[]
        SetofOptions: {
          from: "*"
          to: "tenant_audit_logs"
          isOneToOne: false
          isSetofReturn: true
        }
      }
      system_metrics: {
        Args: Record<PropertyKey, never>
        Returns: {
          name: string
          reason: string
          unit: string
          value: number
        }[]
      }
      take_check_lease: {
        Args: { p_check_name: string; p_holder: string; p_ttl_ms: number }
        Returns: boolean
      }
      verify_audit_chain: {
        Args: { p_tenant: string }
        Returns: {
          entries: number
          first_broken_id: number
          head: string
          is_intact: boolean
        }[]
      }
    }
    Enums: {
      error_level: "warning" | "error" | "fatal"
      reading_status: "pass" | "warn" | "fail" | "unknown"
      tenant_role: "owner" | "admin" | "member"
      tenant_status: "active" | "suspended" | "closed"
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
}

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] &
        DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] &
        DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R
      }
      ? R
      : never
    : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I
      }
      ? I
      : never
    : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U
      }
      ? U
      : never
    : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends (DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never) = never,
> = DefaultSchemaEnumNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never) = never,
> = PublicCompositeTypeNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never

export const Constants = {
  public: {
    Enums: {
      error_level: ["warning", "error", "fatal"],
      reading_status: ["pass", "warn", "fail", "unknown"],
      tenant_role: ["owner", "admin", "member"],
      tenant_status: ["active", "suspended", "closed"],
    },
  },
} as const
